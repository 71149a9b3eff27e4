package dev.crystallize.runtime.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Works on files and on folders with all that is in them. Symbolic links are never followed. */
final class FileTrees {

  private FileTrees() {}

  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes a file or folder, if it is there. */
  static void delete(Path path) throws IOException {
    try {
      Files.walkFileTree(path, new Deleting());
    } catch (NoSuchFileException e) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  /** Makes another name for a file, or for all files of a folder; copies where there are none. */
  static void link(Path source, Path target) throws IOException {
    if (!isFolder(source)) {
      linkFile(source, target);
      return;
    }
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectory(target.resolve(source.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            linkFile(file, target.resolve(source.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void linkFile(Path source, Path target) throws IOException {
    try {
      Files.createLink(target, source);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
      StagedFile.makeReadOnly(target);
    }
  }

  /** Makes all files of a folder read-only. */
  static void makeReadOnly(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              StagedFile.makeReadOnly(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes what it visits. */
  private static final class Deleting extends SimpleFileVisitor<Path> implements FileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      super.postVisitDirectory(folder, failure);
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}

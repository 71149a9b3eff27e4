package dev.crystallize.runtime;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies a directory that a step names. */
final class DirectoryCopy {

  private DirectoryCopy() {}

  /**
   * Copies what is in a directory. The directory itself may be named by a symbolic link; a link
   * inside is refused.
   *
   * @param source the directory
   * @param target an empty directory
   */
  static void copy(Path source, Path target) throws IOException {
    if (!Files.isDirectory(source)) {
      throw new NotDirectoryException(source + " is no directory, but the output is one");
    }
    Path root = source.toRealPath();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(root)) {
              Files.createDirectory(place(folder));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isRegularFile()) {
              throw new IOException(
                  file + " is no file of its own; an artifact holds only files and folders");
            }
            Files.copy(file, place(file));
            return FileVisitResult.CONTINUE;
          }

          private Path place(Path path) {
            return target.resolve(root.relativize(path));
          }
        });
  }
}

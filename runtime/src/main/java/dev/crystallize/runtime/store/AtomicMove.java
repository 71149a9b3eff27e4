package dev.crystallize.runtime.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves that readers see as one step, without which nothing here is safe. */
final class AtomicMove {

  private AtomicMove() {}

  /**
   * Moves a file or a folder. A file that stood there before is replaced.
   *
   * @throws FileSystemException if the file system has no such moves between the two places
   */
  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException | UnsupportedOperationException e) {
      FileSystemException failure =
          new FileSystemException(
              from.toString(),
              to.toString(),
              "this file system cannot move a file in one step, which a data folder needs; choose a"
                  + " data folder on another one");
      failure.initCause(e);
      throw failure;
    }
  }

  /** Tries in a folder, before any task runs in vain; those of the operating system have them. */
  static void requireIn(Path folder, String name) throws IOException {
    if (folder.getFileSystem().equals(FileSystems.getDefault())) {
      return;
    }
    Path tried = Files.createFile(folder.resolve(name + "-from"));
    Path moved = folder.resolve(name + "-to");
    try {
      move(tried, moved);
    } finally {
      Files.deleteIfExists(tried);
      Files.deleteIfExists(moved);
    }
  }
}

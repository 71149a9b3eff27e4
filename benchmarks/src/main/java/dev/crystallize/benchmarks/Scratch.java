package dev.crystallize.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Folders to write to. Nothing is deleted between rounds: file systems are slow for a while after
 * many files were deleted. Whoever starts the benchmarks removes everything at the end.
 */
final class Scratch {

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Path memory;
  private final Path disk;

  /**
   * Takes two folders that exist.
   *
   * @param memory one on a file system in memory
   * @param disk one on a disk
   */
  Scratch(Path memory, Path disk) {
    this.memory = memory;
    this.disk = disk;
  }

  Path memory() {
    return memory;
  }

  Path disk() {
    return disk;
  }

  /** A new folder in another one. */
  static Path fresh(Path parent) throws IOException {
    return Files.createDirectories(
        parent.resolve(ProcessHandle.current().pid() + "-" + NEXT.getAndIncrement()));
  }
}

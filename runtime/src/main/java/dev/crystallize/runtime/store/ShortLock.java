package dev.crystallize.runtime.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock under which leases are taken and versions allocated, for the shortest time.
 *
 * <p>POSIX drops all locks of a process on a file when any of its descriptors of that file closes.
 * So within a JVM one thread at a time opens the lock file; an interned string is the one monitor
 * that class loaders share.
 */
final class ShortLock {

  /** What happens under the lock. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws IOException;
  }

  private ShortLock() {}

  static <T> T holding(Path lockFile, Action<T> action) throws IOException {
    String monitor = ("dev.crystallize.lock:" + lockFile).intern();
    synchronized (monitor) {
      boolean interrupted = Thread.interrupted();
      try {
        while (true) {
          try (FileChannel channel = open(lockFile)) {
            channel.lock();
            return action.run();
          } catch (FileLockInterruptionException | ClosedByInterruptException e) {
            // A run that is being stopped still allocates cleanly; who interrupted learns later.
            interrupted |= Thread.interrupted();
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static FileChannel open(Path lockFile) throws IOException {
    return FileChannel.open(
        lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }
}

package dev.crystallize.runtime.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that is locked against other processes as long as it is open. */
interface LeaseFile extends Closeable {

  /** Adds to its end. */
  void append(byte[] line) throws IOException;

  /**
   * Makes and locks a file of a name that nothing has.
   *
   * @throws UnsupportedOperationException if the file system has no locks
   */
  static LeaseFile create(Path file) throws IOException {
    return file.getFileSystem().equals(FileSystems.getDefault())
        ? new OnDisk(file)
        : new Elsewhere(file);
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    if (channel.tryLock() == null) {
      throw new StoreException(file + " is new and yet locked by another process");
    }
  }

  /** Unlike a channel of our own, it is not closed by an interrupt of whoever writes. */
  final class OnDisk implements LeaseFile {
    private final RandomAccessFile access;

    private OnDisk(Path file) throws IOException {
      access = new RandomAccessFile(file.toFile(), "rw");
      lock(access.getChannel(), file);
    }

    @Override
    public void append(byte[] line) throws IOException {
      access.seek(access.length());
      access.write(line);
    }

    @Override
    public void close() throws IOException {
      access.close();
    }
  }

  /** Other file systems know channels only; an interrupt that closes one ends the run. */
  final class Elsewhere implements LeaseFile {
    private final FileChannel channel;

    private Elsewhere(Path file) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock(channel, file);
    }

    @Override
    public void append(byte[] line) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(line);
      while (rest.hasRemaining()) {
        channel.write(rest, channel.size());
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}

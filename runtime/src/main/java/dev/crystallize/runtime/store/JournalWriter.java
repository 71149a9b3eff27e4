package dev.crystallize.runtime.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends lines to one journal, several at a time where nobody waits.
 *
 * <p>After one failed append nothing is appended again: what follows half a line would be lost.
 */
final class JournalWriter {

  private static final int BATCH = 32;

  private final Path file;
  private final JournalFiles files;

  /** Guards the queue; held for moments only. */
  private final Object queueLock = new Object();

  private ByteArrayOutputStream queue = new ByteArrayOutputStream();
  private int queuedLines;
  private long lastQueued;

  /** Guards the file; held while writing. */
  private final ReentrantLock fileLock = new ReentrantLock();

  private Optional<OutputStream> out = Optional.empty();
  private long lastWritten;
  private volatile boolean broken;

  /** What broke it, which whoever comes later tells, too. */
  private Optional<Throwable> failure = Optional.empty();

  private volatile boolean unsynced;
  private volatile boolean closed;

  JournalWriter(Path file, JournalFiles files) {
    this.file = file;
    this.files = files;
  }

  /**
   * Appends a line.
   *
   * @param line the line with its line feed
   * @param now whether the line must be in the file when this returns; otherwise it may wait for
   *     others or for {@link #flush}
   * @throws IOException if this or an earlier append failed
   */
  void append(byte[] line, boolean now) throws IOException {
    long mine;
    boolean due;
    synchronized (queueLock) {
      queue.writeBytes(line);
      mine = ++lastQueued;
      due = ++queuedLines >= BATCH;
    }
    if (now || due) {
      writeUpTo(mine);
    }
  }

  /** Writes what waits. */
  void flush() throws IOException {
    long last;
    synchronized (queueLock) {
      last = lastQueued;
    }
    writeUpTo(last);
  }

  /** Whether lines wait to be written. */
  boolean hasWaiting() {
    synchronized (queueLock) {
      return queuedLines > 0;
    }
  }

  /** One thread writes for all that came while another was writing. */
  private void writeUpTo(long line) throws IOException {
    fileLock.lock();
    try {
      if (lastWritten >= line) {
        return;
      }
      if (broken) {
        IOException broke = new IOException("an earlier write to " + file + " failed");
        failure.ifPresent(broke::initCause);
        throw broke;
      }
      byte[] batch;
      long last;
      synchronized (queueLock) {
        batch = queue.toByteArray();
        queue.reset();
        queuedLines = 0;
        last = lastQueued;
      }
      write(batch);
      lastWritten = last;
      unsynced = true;
    } finally {
      fileLock.unlock();
    }
  }

  private void write(byte[] batch) throws IOException {
    boolean written = false;
    try {
      if (out.isEmpty()) {
        out = Optional.of(files.open(this, file));
      }
      out.get().write(batch);
      written = true;
    } catch (IOException | RuntimeException | Error e) {
      failure = Optional.of(e);
      throw e;
    } finally {
      broken = !written;
    }
  }

  /** Brings what was written to the disk itself, if anything was since the last time. */
  void sync() throws IOException {
    if (unsynced) {
      unsynced = false;
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        channel.force(false);
      }
    }
  }

  /** Whether something was written since it was brought to the disk. */
  boolean changed() {
    return unsynced;
  }

  /** Whether nothing will be appended any more. */
  boolean closed() {
    return closed;
  }

  /** Closes the file unless it is being written; it is opened again when needed. */
  boolean closeIfIdle() throws IOException {
    if (!fileLock.tryLock()) {
      return false;
    }
    try {
      closeFile();
      return true;
    } finally {
      fileLock.unlock();
    }
  }

  /** Writes what waits and closes the file. */
  void close() throws IOException {
    try {
      if (!broken) {
        flush();
      }
    } finally {
      fileLock.lock();
      try {
        closeFile();
        files.closed(this);
        closed = true;
      } finally {
        fileLock.unlock();
      }
    }
  }

  private void closeFile() throws IOException {
    if (out.isPresent()) {
      out.get().close();
      out = Optional.empty();
    }
  }
}

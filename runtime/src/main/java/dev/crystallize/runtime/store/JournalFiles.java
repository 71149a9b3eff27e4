package dev.crystallize.runtime.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Opens journals for appending and keeps few of them open, however many a run writes. */
final class JournalFiles {

  private static final int MOST_OPEN = 64;

  /** How a file is opened for appending. */
  @FunctionalInterface
  interface Opener {
    OutputStream open(Path file) throws IOException;
  }

  private final Opener opener;

  /** The journals that hold an open file, the longest opened first. */
  private final Set<JournalWriter> open = new LinkedHashSet<>();

  JournalFiles(Opener opener) {
    this.opener = opener;
  }

  /** Unlike a channel of our own, these streams survive an interrupt of whoever writes. */
  static OutputStream append(Path file) throws IOException {
    return Files.newOutputStream(
        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
  }

  OutputStream open(JournalWriter journal, Path file) throws IOException {
    makeRoom();
    OutputStream out = opener.open(file);
    synchronized (open) {
      open.add(journal);
    }
    return out;
  }

  void closed(JournalWriter journal) {
    synchronized (open) {
      open.remove(journal);
    }
  }

  /** Closes the oldest that nobody is writing; where all are being written, one more is opened. */
  private void makeRoom() throws IOException {
    synchronized (open) {
      Iterator<JournalWriter> oldest = open.iterator();
      while (open.size() >= MOST_OPEN && oldest.hasNext()) {
        if (oldest.next().closeIfIdle()) {
          oldest.remove();
        }
      }
    }
  }
}

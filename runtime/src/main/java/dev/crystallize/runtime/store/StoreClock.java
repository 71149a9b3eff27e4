package dev.crystallize.runtime.store;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one background thread of a run's store: writes lines that have waited, and brings journals
 * that changed to the disk itself.
 */
final class StoreClock {

  private static final long FLUSH_MILLIS = 50;
  private static final int FLUSHES_PER_SYNC = 20;

  private final Set<JournalWriter> journals = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean started;
  private volatile Optional<IOException> failure = Optional.empty();

  /** Starts the thread; a failure ends it and is passed on. */
  void start(Consumer<StoreException> onFailure) {
    Thread thread = new Thread(() -> run(onFailure), "crystallize-journals");
    thread.setDaemon(true);
    started = true;
    thread.start();
  }

  void add(JournalWriter journal) {
    journals.add(journal);
  }

  /**
   * Ends the thread; afterwards every journal is on the disk as far as it was written.
   *
   * @throws IOException if it could not be brought there
   */
  void stop() throws IOException {
    stop.countDown();
    boolean interrupted = false;
    while (started && stopped.getCount() > 0) {
      try {
        stopped.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** Only this thread uses channels: an interrupt of any other would close them. */
  private void run(Consumer<StoreException> onFailure) {
    try {
      for (int tick = 1; !stop.await(FLUSH_MILLIS, TimeUnit.MILLISECONDS); tick++) {
        tick(tick % FLUSHES_PER_SYNC == 0);
      }
      tick(true);
    } catch (IOException e) {
      failure = Optional.of(e);
      onFailure.accept(new StoreException("cannot write a journal", e));
    } catch (InterruptedException e) {
      onFailure.accept(new StoreException("the thread that tends the journals was interrupted"));
    } finally {
      stopped.countDown();
    }
  }

  private void tick(boolean sync) throws IOException {
    for (Iterator<JournalWriter> all = journals.iterator(); all.hasNext(); ) {
      JournalWriter journal = all.next();
      if (journal.hasWaiting()) {
        journal.flush();
      }
      if (sync) {
        boolean closed = journal.closed();
        journal.sync();
        if (closed) {
          all.remove();
        }
      }
    }
  }
}

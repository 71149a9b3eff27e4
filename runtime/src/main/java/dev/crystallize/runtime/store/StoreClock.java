package dev.crystallize.runtime.store;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
  private final Consumer<StoreException> onFailure;
  private final ScheduledExecutorService thread;
  private int flushes;

  StoreClock(Consumer<StoreException> onFailure) {
    this.onFailure = onFailure;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread clock = new Thread(task, "crystallize-journals");
              clock.setDaemon(true);
              return clock;
            });
  }

  void start() {
    ScheduledFuture<?> ticks =
        thread.scheduleWithFixedDelay(
            this::tick, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    if (ticks.isDone()) {
      throw new IllegalStateException("the journals' thread did not start");
    }
  }

  void add(JournalWriter journal) {
    journals.add(journal);
  }

  /** From here on nobody but the caller writes; what changed is on the disk when this returns. */
  void stop() throws IOException {
    thread.shutdown();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    try {
      for (JournalWriter journal : journals) {
        journal.sync();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void sync(JournalWriter journal) throws IOException {
    boolean closed = journal.closed();
    journal.sync();
    if (closed) {
      journals.remove(journal);
    }
  }

  private void tick() {
    boolean sync = ++flushes % FLUSHES_PER_SYNC == 0;
    try {
      for (JournalWriter journal : journals) {
        if (journal.hasWaiting()) {
          journal.flush();
        }
        if (sync) {
          sync(journal);
        }
      }
    } catch (IOException e) {
      onFailure.accept(new StoreException("cannot write a journal", e));
    }
  }
}

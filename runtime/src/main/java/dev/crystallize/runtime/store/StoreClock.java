package dev.crystallize.runtime.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The background thread of a run's store: writes lines that have waited, and brings journals that
 * changed to the disk itself.
 *
 * <p>A killed process loses at most the lines that nobody waited for in the last moments before a
 * flush. A power cut may also lose what was written since the last time that journals were brought
 * to the disk, which is done every second and once more before a run ends; the tasks of lost lines
 * run again. Artifacts are never forced: a line may outlive its artifact, which its size and hash
 * show, and then that task runs again as well.
 *
 * <p>Where many journals changed at once, as at the end of a large graph, several threads force
 * them: file systems join the forces of several files into one write.
 */
final class StoreClock implements JournalTender {

  private static final long FLUSH_MILLIS = 50;
  private static final int FLUSHES_PER_SYNC = 20;
  private static final int FEW = 32;
  private static final int SYNCING_THREADS = 16;

  private final Set<JournalWriter> journals = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean started;
  private volatile Optional<IOException> failure = Optional.empty();

  /** Starts the thread; a failure ends it and is passed on. */
  @Override
  public void start(Consumer<StoreException> onFailure) {
    Thread thread = new Thread(() -> run(onFailure), "crystallize-journals");
    thread.setDaemon(true);
    started = true;
    thread.start();
  }

  @Override
  public void add(JournalWriter journal) {
    journals.add(journal);
  }

  /**
   * Ends the thread; afterwards every journal is on the disk as far as it was written.
   *
   * @throws IOException if it could not be brought there
   */
  @Override
  public void stop() throws IOException {
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

  /** Only this thread and its helpers use channels: an interrupt of any other would close them. */
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

  private void tick(boolean sync) throws IOException, InterruptedException {
    List<JournalWriter> changed = new ArrayList<>();
    for (Iterator<JournalWriter> all = journals.iterator(); all.hasNext(); ) {
      JournalWriter journal = all.next();
      if (journal.hasWaiting()) {
        journal.flush();
      }
      if (sync) {
        if (journal.closed()) {
          all.remove();
        }
        if (journal.changed()) {
          changed.add(journal);
        }
      }
    }
    if (changed.size() <= FEW) {
      for (JournalWriter journal : changed) {
        journal.sync();
      }
    } else {
      syncTogether(changed);
    }
  }

  private static void syncTogether(List<JournalWriter> journals)
      throws IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            SYNCING_THREADS,
            task -> {
              Thread thread = new Thread(task, "crystallize-sync");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Callable<JournalWriter>> tasks = new ArrayList<>();
      for (JournalWriter journal : journals) {
        tasks.add(
            () -> {
              journal.sync();
              return journal;
            });
      }
      for (Future<JournalWriter> synced : threads.invokeAll(tasks)) {
        synced.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("cannot bring a journal to the disk", e.getCause());
    } finally {
      threads.shutdown();
    }
  }
}

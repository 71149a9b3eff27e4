package dev.crystallize.runtime.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers that share one thread, which starts with the first of them. */
final class ThreadTimers implements Timers {

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, ThreadTimers::thread);

  ThreadTimers() {
    timer.setRemoveOnCancelPolicy(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "crystallize-timer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Pending after(Duration delay, Runnable action) {
    try {
      Future<?> scheduled = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException e) {
      // The run is over, and with it whatever was to happen later.
      return () -> {};
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

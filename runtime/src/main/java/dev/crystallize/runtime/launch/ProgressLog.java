package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.Failure;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.TaskId;
import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/**
 * Says in plain lines how far a run has come, where no terminal shows a line that moves: failures
 * at once, and twice a minute how many tasks are done. A short run without failures says nothing.
 */
final class ProgressLog implements RunListener, AutoCloseable {

  private static final long INTERVAL_MILLIS = 30_000;

  /** As many as the report at the end shows. */
  private static final int SHOWN = 8;

  private final ProgressCounts counts;
  private final Consumer<String> lines;
  private final Timer timer = new Timer("crystallize-progress", true);
  private String last = "";
  private boolean started;
  private int failures;
  private int retries;

  /**
   * An empty log.
   *
   * @param counts counts
   * @param lines takes each line
   */
  ProgressLog(ProgressCounts counts, Consumer<String> lines) {
    this.counts = counts;
    this.lines = lines;
  }

  /** Says from now on how many tasks are done. */
  void start() {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            say();
          }
        },
        INTERVAL_MILLIS,
        INTERVAL_MILLIS);
  }

  /** Says how many tasks are done, if that has changed. */
  synchronized void say() {
    String now = counts.text();
    if (started && !now.equals(last)) {
      lines.accept(now);
      last = now;
    }
  }

  @Override
  public synchronized void runStarted(int tasks) {
    counts.runStarted(tasks);
    started = true;
  }

  @Override
  public void taskStarted(TaskId task) {
    counts.taskStarted(task);
  }

  @Override
  public void taskFinished(TaskId task, Map<String, Double> metrics) {
    counts.taskFinished(task, metrics);
  }

  @Override
  public void taskReused(TaskId task, Map<String, Double> metrics) {
    counts.taskReused(task, metrics);
  }

  @Override
  public synchronized void taskRetried(Failure failure, Duration wait) {
    counts.taskRetried(failure, wait);
    if (retries++ < SHOWN) {
      lines.accept("repeated: " + failure);
    }
  }

  @Override
  public synchronized void taskFailed(Failure failure) {
    counts.taskFailed(failure);
    if (failures++ < SHOWN) {
      lines.accept("failed: " + failure);
    }
  }

  @Override
  public void taskSkipped(TaskId task, TaskId cause) {
    counts.taskSkipped(task, cause);
  }

  @Override
  public void progress(TaskId task, double fraction, String text) {
    counts.progress(task, fraction, text);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}

package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.Failure;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.TaskId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts how far a run has come, and guesses how long the rest takes. */
final class ProgressCounts implements RunListener {

  private final LongSupplier nanoTime;
  private final Set<TaskId> running = new HashSet<>();
  private int tasks;
  private int done;
  private int reused;
  private int failed;
  private int skipped;
  private int repeated;
  private long began;
  private Optional<Reported> reported = Optional.empty();

  /**
   * Begins at nothing.
   *
   * @param nanoTime the time in nanoseconds since any moment
   */
  ProgressCounts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void runStarted(int all) {
    tasks = all;
    began = nanoTime.getAsLong();
  }

  @Override
  public synchronized void taskStarted(TaskId task) {
    running.add(task);
  }

  @Override
  public synchronized void taskFinished(TaskId task, Map<String, Double> metrics) {
    ended(task);
    done++;
  }

  @Override
  public synchronized void taskRetried(Failure failure, Duration wait) {
    ended(failure.task());
    repeated++;
  }

  @Override
  public synchronized void progress(TaskId task, double fraction, String text) {
    if (running.contains(task)) {
      reported = Optional.of(new Reported(task, said(fraction, text)));
    }
  }

  private void ended(TaskId task) {
    running.remove(task);
    reported = reported.filter(step -> !step.task().equals(task));
  }

  /** What a step says of itself, on one line. */
  static String said(double fraction, @Nullable String text) {
    return percent(fraction) + oneLine(text);
  }

  private static String percent(double fraction) {
    boolean sensible = fraction >= 0 && fraction <= 1;
    return sensible ? Math.round(fraction * 100) + " % " : "";
  }

  private static String oneLine(@Nullable String text) {
    String given = text == null ? "" : text;
    return given.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  @Override
  public synchronized void taskReused(TaskId task, Map<String, Double> metrics) {
    reused++;
  }

  @Override
  public synchronized void taskFailed(Failure failure) {
    ended(failure.task());
    failed++;
  }

  @Override
  public synchronized void taskSkipped(TaskId task, TaskId cause) {
    skipped++;
  }

  /** One line without a line feed. */
  synchronized String text() {
    if (tasks == 0) {
      return "starting";
    }
    StringBuilder text = new StringBuilder();
    text.append(done).append(" of ").append(tasks).append(" tasks done");
    add(text, reused, "reused");
    add(text, failed, "failed");
    add(text, skipped, "skipped");
    add(text, repeated, "repeated");
    add(text, running.size(), "running");
    int ran = done + failed;
    int left = tasks - ran - reused - skipped;
    if (ran > 0 && left > 0) {
      double each = (nanoTime.getAsLong() - began) / (double) ran;
      text.append(", about ").append(words(Duration.ofNanos((long) (each * left)))).append(" left");
    }
    reported.ifPresent(
        step -> text.append("; ").append(step.task()).append(": ").append(step.text()));
    return text.toString();
  }

  private static void add(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(what);
    }
  }

  private static String words(Duration duration) {
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    if (duration.toMinutes() > 0) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    return duration.toSeconds() + " s";
  }

  /** What a step said last of how far it is. */
  private record Reported(TaskId task, String text) {}
}

package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.Failure;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.TaskId;
import java.io.PrintStream;
import java.util.Map;

/** One line on a terminal that says how far a run has come, drawn again at most every 50 ms. */
final class ProgressLine implements RunListener {

  private static final long INTERVAL_NANOS = 50_000_000;

  private final PrintStream terminal;
  private int tasks;
  private int ended;
  private int failed;
  private int width;
  private long drawn = System.nanoTime() - INTERVAL_NANOS;

  ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void runStarted(int all) {
    tasks = all;
    draw();
  }

  @Override
  public synchronized void taskFinished(TaskId task, Map<String, Double> metrics) {
    ended++;
    draw();
  }

  @Override
  public synchronized void taskReused(TaskId task, Map<String, Double> metrics) {
    ended++;
    draw();
  }

  @Override
  public synchronized void taskFailed(Failure failure) {
    ended++;
    failed++;
    draw();
  }

  @Override
  public synchronized void taskSkipped(TaskId task, TaskId cause) {
    ended++;
    draw();
  }

  /** Leaves an empty line. */
  synchronized void clear() {
    terminal.print("\r" + " ".repeat(width) + "\r");
    terminal.flush();
  }

  private void draw() {
    long now = System.nanoTime();
    if (now - drawn < INTERVAL_NANOS) {
      return;
    }
    drawn = now;
    String text =
        ended + " of " + tasks + " tasks" + (failed == 0 ? "" : ", " + failed + " failed");
    terminal.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    terminal.flush();
    width = text.length();
  }
}

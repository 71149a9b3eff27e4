package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.Failure;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.TaskId;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What a main makes of what happens in a run. */
final class MainListener implements RunListener {

  private final RunningSteps steps;
  private final RunListener progress;
  private final Consumer<String> warnings;

  /**
   * A listener.
   *
   * @param steps is told which steps run
   * @param progress is told what happens to tasks
   * @param warnings takes what people should know
   */
  MainListener(RunningSteps steps, RunListener progress, Consumer<String> warnings) {
    this.steps = steps;
    this.progress = progress;
    this.warnings = warnings;
  }

  @Override
  public void warning(String text) {
    warnings.accept("warning: " + text);
  }

  @Override
  public void runStarted(int tasks) {
    progress.runStarted(tasks);
  }

  @Override
  public void taskStarted(TaskId task) {
    progress.taskStarted(task);
  }

  @Override
  public void stepStarted(TaskId task, String step) {
    steps.stepStarted(task, step);
  }

  @Override
  public void taskFinished(TaskId task, Map<String, Double> metrics) {
    progress.taskFinished(task, metrics);
  }

  @Override
  public void taskReused(TaskId task, Map<String, Double> metrics) {
    progress.taskReused(task, metrics);
  }

  @Override
  public void taskRetried(Failure failure, Duration wait) {
    progress.taskRetried(failure, wait);
  }

  @Override
  public void progress(TaskId task, double fraction, String text) {
    progress.progress(task, fraction, text);
  }

  @Override
  public void taskFailed(Failure failure) {
    progress.taskFailed(failure);
  }

  @Override
  public void taskSkipped(TaskId task, TaskId cause) {
    progress.taskSkipped(task, cause);
  }
}

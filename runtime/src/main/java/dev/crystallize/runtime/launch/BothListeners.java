package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.Failure;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.TaskId;
import java.util.Map;

/** Tells a main's two observers what concerns them. */
final class BothListeners implements RunListener {

  private final RunningSteps steps;
  private final ProgressCounts progress;

  BothListeners(RunningSteps steps, ProgressCounts progress) {
    this.steps = steps;
    this.progress = progress;
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
  public void taskFailed(Failure failure) {
    progress.taskFailed(failure);
  }

  @Override
  public void taskSkipped(TaskId task, TaskId cause) {
    progress.taskSkipped(task, cause);
  }
}

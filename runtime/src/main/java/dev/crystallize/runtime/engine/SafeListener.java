package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.TaskMeasures;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps whatever a listener throws away from the run, and says so once. */
final class SafeListener implements EngineListener {

  private static final Logger LOGGER = System.getLogger(SafeListener.class.getName());

  private final EngineListener listener;
  private final AtomicBoolean told = new AtomicBoolean();

  SafeListener(EngineListener listener) {
    this.listener = listener;
  }

  private void guard(Runnable call) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    try {
      call.run();
    } catch (Throwable e) {
      // Other languages of the JVM throw checked exceptions from anywhere.
      Level level = told.getAndSet(true) ? Level.DEBUG : Level.WARNING;
      LOGGER.log(level, "a listener failed; the run goes on", e);
    } finally {
      // Whoever interrupts the caller of a run stops it; a worker goes on with its next task.
      if (!interrupted && Thread.currentThread() instanceof LocalExecutor.Worker) {
        Thread.interrupted();
      }
    }
  }

  @Override
  public void runStarted(int tasks) {
    guard(() -> listener.runStarted(tasks));
  }

  @Override
  public void runFinished(TaskCounts counts, boolean interrupted) {
    guard(() -> listener.runFinished(counts, interrupted));
  }

  @Override
  public void experimentStarted(String experiment) {
    guard(() -> listener.experimentStarted(experiment));
  }

  @Override
  public void experimentFinished(String experiment) {
    guard(() -> listener.experimentFinished(experiment));
  }

  @Override
  public void taskStarted(TaskKey task, int attempt) {
    guard(() -> listener.taskStarted(task, attempt));
  }

  @Override
  public void taskFinished(TaskKey task, int attempt, TaskMeasures measures) {
    guard(() -> listener.taskFinished(task, attempt, measures));
  }

  @Override
  public void taskReused(TaskKey task, int version, TaskMeasures measures) {
    guard(() -> listener.taskReused(task, version, measures));
  }

  @Override
  public void taskRetried(TaskFailure failure, Duration wait) {
    guard(() -> listener.taskRetried(failure, wait));
  }

  @Override
  public void taskFailed(TaskFailure failure) {
    guard(() -> listener.taskFailed(failure));
  }

  @Override
  public void taskSkipped(SkippedTask skipped) {
    guard(() -> listener.taskSkipped(skipped));
  }

  @Override
  public void stepStarted(TaskKey task, int attempt, StepRef step) {
    guard(() -> listener.stepStarted(task, attempt, step));
  }

  @Override
  public void stepFailed(TaskKey task, int attempt, StepRef step, Throwable cause) {
    guard(() -> listener.stepFailed(task, attempt, step, cause));
  }

  @Override
  public void stepFinished(TaskKey task, int attempt, StepRef step, Duration duration) {
    guard(() -> listener.stepFinished(task, attempt, step, duration));
  }
}

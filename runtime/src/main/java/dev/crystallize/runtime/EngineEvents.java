package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.EngineListener;
import dev.crystallize.runtime.engine.SkippedTask;
import dev.crystallize.runtime.engine.StepRef;
import dev.crystallize.runtime.engine.TaskCounts;
import dev.crystallize.runtime.engine.TaskFailure;
import dev.crystallize.runtime.engine.TaskKey;
import dev.crystallize.runtime.store.TaskMeasures;
import java.time.Duration;

/** Tells a user's listener what the engine tells, and notes the times. */
final class EngineEvents implements EngineListener {

  private static final String OUT_OF_MEMORY =
      "; no more tasks were started: give the JVM more memory (-Xmx), or run fewer tasks at once"
          + " (--parallelism)";

  private final RunListener listener;
  private final RunTimes times;

  EngineEvents(RunListener listener, RunTimes times) {
    this.listener = listener;
    this.times = times;
  }

  @Override
  public void runStarted(int tasks) {
    listener.runStarted(tasks);
  }

  @Override
  public void runFinished(TaskCounts counts, boolean interrupted) {
    listener.runFinished(interrupted);
  }

  @Override
  public void experimentStarted(String experiment) {
    times.started(experiment);
    listener.experimentStarted(experiment);
  }

  @Override
  public void experimentFinished(String experiment) {
    listener.experimentFinished(experiment);
  }

  @Override
  public void taskStarted(TaskKey task, int attempt) {
    listener.taskStarted(id(task));
  }

  @Override
  public void taskFinished(TaskKey task, int attempt, TaskMeasures measures) {
    listener.taskFinished(id(task), measures.metrics());
  }

  @Override
  public void taskReused(TaskKey task, int version, TaskMeasures measures) {
    listener.taskReused(id(task), measures.metrics());
  }

  @Override
  public void taskRetried(TaskFailure failure, Duration wait) {
    listener.taskRetried(failure(failure), wait);
  }

  @Override
  public void taskFailed(TaskFailure failure) {
    listener.taskFailed(failure(failure));
  }

  @Override
  public void taskSkipped(SkippedTask skipped) {
    listener.taskSkipped(id(skipped.task()), id(skipped.cause()));
  }

  @Override
  public void stepStarted(TaskKey task, int attempt, StepRef step) {
    listener.stepStarted(id(task), step.name());
  }

  @Override
  public void stepFailed(TaskKey task, int attempt, StepRef step, Throwable cause) {
    listener.stepFailed(id(task), step.name(), cause);
  }

  @Override
  public void stepFinished(TaskKey task, int attempt, StepRef step, Duration duration) {
    times.step(task.experiment(), step.name(), duration);
    listener.stepFinished(id(task), step.name(), duration);
  }

  static Failure failure(TaskFailure failure) {
    return new Failure(
        id(failure.task()),
        failure.step().map(StepRef::name),
        failure.attempt(),
        failure.attempts(),
        message(failure.exceptionClass(), failure.message()),
        failure.stack(),
        failure.cause());
  }

  /** What was thrown; of our own exceptions the message alone, which says all. */
  static String message(String exceptionClass, String message) {
    boolean ours = exceptionClass.startsWith("dev.crystallize.runtime.");
    if (ours && !message.isEmpty()) {
      return message;
    }
    String text = message.isEmpty() ? exceptionClass : exceptionClass + ": " + message;
    return exceptionClass.equals(OutOfMemoryError.class.getName()) ? text + OUT_OF_MEMORY : text;
  }

  private static TaskId id(TaskKey task) {
    return new TaskId(task.experiment(), task.condition(), task.replicate());
  }
}

package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.TaskMeasures;
import java.time.Duration;

/**
 * Sees what happens in a run.
 *
 * <p>Calls come from several threads at once, those of one task in order. Whatever a listener
 * throws is logged and changes nothing.
 */
public interface EngineListener {

  /** A listener that looks away. */
  EngineListener NONE = new EngineListener() {};

  /** The run begins; called before any other method. */
  default void runStarted(int tasks) {}

  /** The run is over; called after any other method. */
  default void runFinished(TaskCounts counts, boolean interrupted) {}

  /** The first task of an experiment begins. */
  default void experimentStarted(String experiment) {}

  /** Every task of an experiment has ended, also where none had to begin. */
  default void experimentFinished(String experiment) {}

  /** An attempt at a task begins. */
  default void taskStarted(TaskKey task, int attempt) {}

  /** A task was committed. */
  default void taskFinished(TaskKey task, int attempt, TaskMeasures measures) {}

  /** An earlier run has committed a task; it does not run. */
  default void taskReused(TaskKey task, int version, TaskMeasures measures) {}

  /**
   * An attempt at a task failed, and the task is repeated.
   *
   * @param wait after how long
   */
  default void taskRetried(TaskFailure failure, Duration wait) {}

  /** A task failed for good. */
  default void taskFailed(TaskFailure failure) {}

  /** A task will not run. */
  default void taskSkipped(SkippedTask skipped) {}

  /** A step of a task begins. */
  default void stepStarted(TaskKey task, int attempt, StepRef step) {}

  /** A step of a task threw. */
  default void stepFailed(TaskKey task, int attempt, StepRef step, Throwable cause) {}

  /** A step of a task returned. */
  default void stepFinished(TaskKey task, int attempt, StepRef step, Duration duration) {}
}

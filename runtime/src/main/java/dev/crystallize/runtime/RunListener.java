package dev.crystallize.runtime;

import java.time.Duration;
import java.util.Map;

/**
 * Sees what happens in a run, and cannot change it.
 *
 * <p>Calls come from several threads at once, those of one task in order. Whatever a listener
 * throws is logged and changes nothing, and no task sees what it does to its thread. The threads
 * are those that run tasks: a call that takes long holds one of them up, and a run does not end
 * before its listener has returned.
 */
public interface RunListener {

  /** A listener that looks away. */
  RunListener NONE = new RunListener() {};

  /**
   * The run begins.
   *
   * @param tasks how many tasks it has
   */
  default void runStarted(int tasks) {}

  /**
   * There is something that people should know before they trust the results. Unless a listener
   * overrides this, it is logged.
   *
   * @param text a sentence that begins with the id of its section in the list of diagnostics, such
   *     as {@code [unseeded-random]}
   */
  default void warning(String text) {
    System.getLogger("dev.crystallize").log(System.Logger.Level.WARNING, text);
  }

  /**
   * A task that runs alone, as with {@link ExperimentGraph#debug(String, String, int)}, tells what
   * it reads, which values and seeds are in effect, and what it runs and writes. Unless a listener
   * overrides this, it is logged.
   *
   * @param text one line
   */
  default void detail(String text) {
    System.getLogger("dev.crystallize.debug").log(System.Logger.Level.INFO, text);
  }

  /**
   * The run is over.
   *
   * @param interrupted whether it was stopped from outside
   */
  default void runFinished(boolean interrupted) {}

  /**
   * The first task of an experiment begins.
   *
   * @param experiment its name
   */
  default void experimentStarted(String experiment) {}

  /**
   * Every task of an experiment has ended.
   *
   * @param experiment its name
   */
  default void experimentFinished(String experiment) {}

  /**
   * A task begins, for the first time or once more.
   *
   * @param task which one
   */
  default void taskStarted(TaskId task) {}

  /**
   * A task was committed.
   *
   * @param task which one
   * @param metrics what it recorded, in order
   */
  default void taskFinished(TaskId task, Map<String, Double> metrics) {}

  /**
   * A task does not run because an earlier run has committed it.
   *
   * @param task which one
   * @param metrics what it recorded then, in order
   */
  default void taskReused(TaskId task, Map<String, Double> metrics) {}

  /**
   * An attempt at a task failed, and the task will begin anew.
   *
   * @param failure which one and why
   * @param wait after how long
   */
  default void taskRetried(Failure failure, Duration wait) {}

  /**
   * A task failed for good.
   *
   * @param failure which one and why
   */
  default void taskFailed(Failure failure) {}

  /**
   * A task does not run because one that it needs has failed.
   *
   * @param task the task that does not run
   * @param cause the task that failed
   */
  default void taskSkipped(TaskId task, TaskId cause) {}

  /**
   * A step begins.
   *
   * @param task its task
   * @param step its name
   */
  default void stepStarted(TaskId task, String step) {}

  /**
   * A step has thrown something. What becomes of its task is told by {@link #taskRetried} or {@link
   * #taskFailed}.
   *
   * @param task its task
   * @param step its name
   * @param cause what it threw
   */
  default void stepFailed(TaskId task, String step, Throwable cause) {}

  /**
   * A step has returned.
   *
   * @param task its task
   * @param step its name
   * @param duration how long it took
   */
  default void stepFinished(TaskId task, String step, Duration duration) {}

  /**
   * A step tells how far it has come.
   *
   * @param task its task
   * @param fraction from 0 to 1
   * @param text what it is doing
   */
  default void progress(TaskId task, double fraction, String text) {}
}

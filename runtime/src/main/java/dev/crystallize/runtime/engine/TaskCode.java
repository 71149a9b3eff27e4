package dev.crystallize.runtime.engine;

import java.util.List;

/** The users' code behind a plan: one pass of one experiment's pipeline. */
@FunctionalInterface
public interface TaskCode {

  /**
   * Runs one task from its datasource to its last step. Called on threads of the executor, for
   * different tasks at once.
   *
   * @param task which task, what it may read and where it may write
   * @return what the task measured
   * @throws Exception whatever the users' code throws; it fails this task alone
   */
  TaskResult run(TaskRun task) throws Exception;

  /**
   * What bounds how many tasks run at once, besides the parallelism of the run.
   *
   * @return the limits; none by default
   */
  default List<TaskLimit> limits() {
    return List.of();
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.TaskCode;
import dev.crystallize.runtime.engine.TaskResult;
import dev.crystallize.runtime.engine.TaskRun;
import java.util.List;

/** The users' code behind a plan, as the engine calls it. */
final class GraphProgram implements TaskCode {

  private final List<NodeProgram> programs;
  private final RunListener listener;

  /**
   * The code of a plan.
   *
   * @param programs the experiments in the order of the plan
   * @param listener is told of progress
   */
  GraphProgram(List<NodeProgram> programs, RunListener listener) {
    this.programs = List.copyOf(programs);
    this.listener = listener;
  }

  @Override
  public TaskResult run(TaskRun task) throws Exception {
    return new TaskPass(programs.get(task.experimentIndex()), task, listener).run();
  }
}

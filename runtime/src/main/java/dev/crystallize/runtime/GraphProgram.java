package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.TaskCode;
import dev.crystallize.runtime.engine.TaskLimit;
import dev.crystallize.runtime.engine.TaskResult;
import dev.crystallize.runtime.engine.TaskRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The users' code behind a plan, as the engine calls it. */
final class GraphProgram implements TaskCode {

  private final List<NodeProgram> programs;
  private final RunResources resources;
  private final RunListener listener;

  /**
   * The code of a plan.
   *
   * @param programs the experiments in the order of the plan
   * @param resources what their tasks share
   * @param listener is told of progress
   */
  GraphProgram(List<NodeProgram> programs, RunResources resources, RunListener listener) {
    this.programs = List.copyOf(programs);
    this.resources = resources;
    this.listener = listener;
  }

  @Override
  public TaskResult run(TaskRun task) throws Exception {
    return new TaskPass(programs.get(task.experimentIndex()), resources, task, listener).run();
  }

  @Override
  public List<TaskLimit> limits() {
    Map<SharedResource<?>, Integer> bounds = new LinkedHashMap<>();
    Map<SharedResource<?>, Set<Integer>> users = new HashMap<>();
    for (int i = 0; i < programs.size(); i++) {
      for (SharedResource<?> resource : NodeResources.ofTasks(programs.get(i).node())) {
        if (resource.concurrency() < Integer.MAX_VALUE) {
          bounds.merge(resource, resource.concurrency(), Math::min);
          users.computeIfAbsent(resource, each -> new HashSet<>()).add(i);
        }
      }
    }
    List<TaskLimit> limits = new ArrayList<>();
    bounds.forEach(
        (resource, tasks) ->
            limits.add(new TaskLimit(tasks, users.getOrDefault(resource, Set.of()))));
    return limits;
  }
}

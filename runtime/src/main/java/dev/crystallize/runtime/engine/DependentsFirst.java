package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlannedExperiment;
import java.util.Arrays;

/**
 * Prefers tasks that others made ready, the latest first, to new work: what is begun is ended, and
 * what a task wrote is read while it is still in memory.
 *
 * <p>Tasks that read nothing are never listed: they come from counting.
 */
final class DependentsFirst implements ReadyTasks {

  private final GraphPlan plan;
  private int[] stack = new int[64];
  private int size;
  private int experiment = -1;
  private int nextSource;
  private int endOfSources;

  DependentsFirst(GraphPlan plan) {
    this.plan = plan;
  }

  @Override
  public void add(int task) {
    if (size == stack.length) {
      stack = Arrays.copyOf(stack, 2 * size);
    }
    stack[size++] = task;
  }

  @Override
  public int take() {
    if (size > 0) {
      return stack[--size];
    }
    while (nextSource == endOfSources) {
      if (++experiment >= plan.experimentCount()) {
        experiment = plan.experimentCount();
        return NONE;
      }
      if (plan.upstreamCount(experiment) == 0) {
        PlannedExperiment source = plan.experiment(experiment);
        nextSource = source.firstTask();
        endOfSources = source.firstTask() + source.taskCount();
      }
    }
    return nextSource++;
  }
}

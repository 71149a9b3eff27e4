package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlannedExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Starts any ready task, new work and dependents alike. */
final class Shuffled implements ReadyTasks {

  private final Random random;
  private final List<Integer> tasks = new ArrayList<>();

  Shuffled(GraphPlan plan, Random random) {
    this.random = random;
    for (PlannedExperiment experiment : plan.experiments()) {
      if (experiment.reads().isEmpty()) {
        for (int i = 0; i < experiment.taskCount(); i++) {
          tasks.add(experiment.firstTask() + i);
        }
      }
    }
  }

  @Override
  public void add(int task) {
    tasks.add(task);
  }

  @Override
  public int take() {
    return tasks.isEmpty() ? NONE : tasks.remove(random.nextInt(tasks.size()));
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlannedExperiment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run would do, without doing it. */
public final class Plan {

  private static final String RUN = "RUN";
  private static final String REASON = "a run without --resume runs everything";

  private final List<PlannedTasks> tasks;

  private Plan(List<PlannedTasks> tasks) {
    this.tasks = tasks;
  }

  static Plan of(GraphPlan graph) {
    List<PlannedTasks> tasks = new ArrayList<>();
    for (PlannedExperiment experiment : graph.experiments()) {
      for (String condition : experiment.conditions()) {
        tasks.add(
            new PlannedTasks(
                experiment.name(),
                condition,
                0,
                experiment.replicates() - 1,
                RUN,
                REASON,
                Optional.empty()));
      }
    }
    return new Plan(List.copyOf(tasks));
  }

  /**
   * All tasks, those with the same fate together.
   *
   * @return upstream experiments first, conditions in order
   */
  public List<PlannedTasks> tasks() {
    return tasks;
  }

  /**
   * The experiments.
   *
   * @return their names, upstream ones first
   */
  public List<String> experiments() {
    Set<String> names = new LinkedHashSet<>();
    tasks.forEach(each -> names.add(each.experiment()));
    return List.copyOf(names);
  }

  /**
   * How many tasks would run.
   *
   * @return their number
   */
  public int runCount() {
    return tasks.stream().mapToInt(PlannedTasks::count).sum();
  }

  /**
   * The plan as one JSON document.
   *
   * @return {@code {"tasks": [{"experiment", "condition", "replicates", "action", "reason",
   *     "version"}, ...], "counts": {"run": n}}}
   */
  public String toJson() {
    return PlanText.json(this);
  }

  /** Returns a table with a line for each of {@link #tasks()}, and the count. */
  @Override
  public String toString() {
    return PlanText.table(this);
  }
}

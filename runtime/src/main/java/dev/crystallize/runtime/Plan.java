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

  private static final List<String> REASON = List.of("a run without --resume runs everything");

  private final List<PlannedTasks> tasks;
  private final List<String> unseen;

  Plan(List<PlannedTasks> tasks, List<String> unseen) {
    this.tasks = List.copyOf(tasks);
    this.unseen = List.copyOf(unseen);
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
                PlannedTasks.RUN,
                REASON,
                Optional.empty()));
      }
    }
    return new Plan(tasks, List.of());
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
    return count(PlannedTasks.RUN);
  }

  /**
   * How many tasks an earlier run has committed, so that they would not run.
   *
   * @return their number; 0 unless the run would resume
   */
  public int reuseCount() {
    return count(PlannedTasks.REUSE);
  }

  /**
   * How many tasks would run only if what they read turns out to differ.
   *
   * @return their number; 0 unless the run would resume
   */
  public int pendingCount() {
    return count(PlannedTasks.PENDING);
  }

  private int count(String action) {
    return tasks.stream()
        .filter(each -> each.action().equals(action))
        .mapToInt(PlannedTasks::count)
        .sum();
  }

  /** What could change without being noticed, a sentence each. */
  List<String> unseen() {
    return unseen;
  }

  /**
   * Why each task would run or not, with the old and the new values: tasks with the same reasons
   * together, a line for each reason, and what changes would not be noticed.
   *
   * @return some lines
   */
  public String explanation() {
    return PlanText.explanation(this);
  }

  /**
   * The plan as one JSON document.
   *
   * @return {@code {"tasks": [{"experiment", "condition", "replicates", "action", "reason",
   *     "version"}, ...], "counts": {"run", "reuse", "pending"}}}
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

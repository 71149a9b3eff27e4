package dev.crystallize.runtime.plan;

import java.util.List;

/** What comes of planning a graph: a plan, or why there is none. */
public sealed interface Planning {

  /**
   * The graph can run.
   *
   * @param plan how
   */
  record Planned(GraphPlan plan) implements Planning {}

  /**
   * The graph cannot run.
   *
   * @param problems every reason found, at least one
   */
  record Unplannable(List<PlanProblem> problems) implements Planning {
    /** Copies the list. */
    public Unplannable {
      problems = List.copyOf(problems);
    }
  }
}

package dev.crystallize.runtime.engine;

import java.util.Set;

/**
 * A bound on how many tasks of some experiments run at once, all together, because they share
 * something.
 *
 * @param tasks how many, at least 1
 * @param experiments the indices of the experiments in the plan
 */
public record TaskLimit(int tasks, Set<Integer> experiments) {

  /**
   * Checks the bound.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public TaskLimit {
    experiments = Set.copyOf(experiments);
    if (tasks < 1) {
      throw new IllegalArgumentException("a limit must let at least 1 task run, not " + tasks);
    }
  }
}

package dev.crystallize.runtime;

import java.util.Optional;

/**
 * What a run would do with some replicates of one condition.
 *
 * @param experiment the experiment
 * @param condition the condition
 * @param first the first replicate
 * @param last the last replicate
 * @param action what would be done, such as {@code RUN}
 * @param reason why, in words a person can act on
 * @param version the version that would be used, such as {@code v3}; empty for a new one
 */
public record PlannedTasks(
    String experiment,
    String condition,
    int first,
    int last,
    String action,
    String reason,
    Optional<String> version) {

  /**
   * How many tasks these are.
   *
   * @return at least 1
   */
  public int count() {
    return last - first + 1;
  }

  /**
   * The replicates.
   *
   * @return {@code 0-39}, or {@code 0} for a single one
   */
  public String replicates() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}

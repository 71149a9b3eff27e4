package dev.crystallize.runtime;

import java.util.List;
import java.util.Optional;

/**
 * What a run would do with some replicates of one condition.
 *
 * @param experiment the experiment
 * @param condition the condition
 * @param first the first replicate
 * @param last the last replicate
 * @param action what would be done: {@code RUN}, {@code REUSE}, or {@code PENDING} if that is known
 *     only when what they read has run
 * @param reasons why, in words a person can act on, at least one
 * @param version the version that would be used, such as {@code v3}: the one that holds what is
 *     reused, or the one that is filled in; empty for a new one
 */
public record PlannedTasks(
    String experiment,
    String condition,
    int first,
    int last,
    String action,
    List<String> reasons,
    Optional<String> version) {

  static final String RUN = "RUN";
  static final String REUSE = "REUSE";
  static final String PENDING = "PENDING";

  /** Copies the list. */
  public PlannedTasks {
    reasons = List.copyOf(reasons);
  }

  /**
   * All reasons in one line.
   *
   * @return the reasons, separated by semicolons
   */
  public String reason() {
    return String.join("; ", reasons);
  }

  boolean isLike(PlannedTasks next) {
    return action.equals(next.action)
        && reasons.equals(next.reasons)
        && version.equals(next.version);
  }

  PlannedTasks upTo(int replicate) {
    return new PlannedTasks(experiment, condition, first, replicate, action, reasons, version);
  }

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

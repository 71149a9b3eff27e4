package dev.crystallize.runtime.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one run narrows or changes of a graph.
 *
 * @param treatments the treatments to run, {@code baseline} always runs; empty for all that any
 *     experiment defines
 * @param replicates the count that replaces every count but a declared 1; empty for the declared
 *     ones
 */
public record PlanOptions(Optional<List<String>> treatments, OptionalInt replicates) {

  /** Everything, as the graph declares it. */
  public static final PlanOptions AS_CONFIGURED =
      new PlanOptions(Optional.empty(), OptionalInt.empty());

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if {@code replicates} is below one
   */
  public PlanOptions {
    treatments = treatments.map(List::copyOf);
    if (replicates.isPresent() && replicates.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "a run needs at least 1 replicate, not " + replicates.getAsInt());
    }
  }
}

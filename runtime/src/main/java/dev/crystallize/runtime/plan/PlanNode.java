package dev.crystallize.runtime.plan;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the planner needs to know of one experiment.
 *
 * @param name the declared name, unique in its graph
 * @param replicates the declared number of replicates; empty if the experiment follows its
 *     upstreams
 * @param treatments the names of its treatments in declared order; {@code baseline} may stand among
 *     them and adds no condition
 * @param reads its references in declared order
 */
public record PlanNode(
    String name, OptionalInt replicates, List<String> treatments, List<PlanEdge> reads) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if {@code replicates} is declared and below one
   */
  public PlanNode {
    if (replicates.isPresent() && replicates.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "'" + name + "' declares " + replicates.getAsInt() + " replicates; it needs at least 1");
    }
    treatments = List.copyOf(treatments);
    reads = List.copyOf(reads);
  }
}

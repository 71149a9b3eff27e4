package dev.crystallize.runtime.plan;

import java.util.OptionalInt;

/** How many replicates each experiment of a graph runs. */
public final class ReplicateCounts {

  private ReplicateCounts() {}

  /**
   * Resolves the counts. An absent count is the largest of the upstreams', else 1. An override
   * replaces every count but a declared 1, which is a fixed input.
   *
   * @param dag the experiments
   * @param override the count asked for, if any
   * @return one count for each of {@link ExperimentDag#nodes}
   */
  public static int[] resolve(ExperimentDag dag, OptionalInt override) {
    int[] counts = new int[dag.size()];
    for (int node = 0; node < counts.length; node++) {
      OptionalInt declared = dag.nodes().get(node).replicates();
      boolean fixed = declared.isPresent() && declared.getAsInt() == 1;
      if (override.isPresent() && !fixed) {
        counts[node] = override.getAsInt();
      } else {
        counts[node] = declared.isPresent() ? declared.getAsInt() : largest(dag, node, counts);
      }
    }
    return counts;
  }

  private static int largest(ExperimentDag dag, int node, int[] counts) {
    int largest = 1;
    for (int upstream : dag.upstreams(node)) {
      largest = Math.max(largest, counts[upstream]);
    }
    return largest;
  }
}

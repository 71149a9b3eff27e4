package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.Clusters;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the numbers of an experiment do not tell of themselves.
 *
 * @param conditions the conditions of the whole run, of which the experiment may not run all
 * @param clusters which of its replicates are not independent of each other
 * @param seed what its random numbers derive from, if that is known
 */
record RunDesign(List<String> conditions, Clusters clusters, OptionalLong seed) {

  RunDesign {
    conditions = List.copyOf(conditions);
  }
}

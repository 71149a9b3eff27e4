package dev.crystallize.runtime.plan;

import java.util.List;
import java.util.Optional;

/** A reason why a graph cannot be planned, as data: who prints it decides on the words. */
public sealed interface PlanProblem {

  /**
   * Experiments that read each other in a circle.
   *
   * @param path the names on the circle: each reads the next, the last reads the first; begins with
   *     the name that sorts first
   */
  record Cycle(List<String> path) implements PlanProblem {
    /** Copies the path. */
    public Cycle {
      path = List.copyOf(path);
    }
  }

  /**
   * Two inputs of one experiment whose replicates cannot be paired.
   *
   * @param consumer the experiment that reads both
   * @param first the reference that stands first in its configuration
   * @param firstCount the replicates of the experiment that {@code first} reads
   * @param second the other reference
   * @param secondCount the replicates of the experiment that {@code second} reads
   * @param divergence where the counts themselves agree: the ancestor at which the two references
   *     end at different replicates
   */
  record ReplicateMismatch(
      String consumer,
      PlanEdge first,
      int firstCount,
      PlanEdge second,
      int secondCount,
      Optional<Divergence> divergence)
      implements PlanProblem {}

  /**
   * One task that would mix different replicates of one ancestor.
   *
   * @param ancestor the experiment that is reached twice
   * @param replicate the consumer's replicate, from 0
   * @param throughFirst the ancestor's replicate that the first reference leads to
   * @param throughSecond the ancestor's replicate that the second reference leads to
   */
  record Divergence(String ancestor, int replicate, int throughFirst, int throughSecond) {}

  /**
   * A treatment was asked for that no experiment of the graph defines.
   *
   * @param name what was asked for
   * @param known the treatments that there are, in order of first declaration
   */
  record UnknownTreatment(String name, List<String> known) implements PlanProblem {
    /** Copies the list. */
    public UnknownTreatment {
      known = List.copyOf(known);
    }
  }

  /**
   * The graph has more tasks than can be numbered.
   *
   * @param tasks how many it would have
   */
  record TooManyTasks(long tasks) implements PlanProblem {}
}

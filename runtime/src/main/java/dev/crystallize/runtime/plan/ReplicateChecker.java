package dev.crystallize.runtime.plan;

import dev.crystallize.runtime.plan.PlanProblem.Divergence;
import dev.crystallize.runtime.plan.PlanProblem.ReplicateMismatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds inputs whose replicates cannot be paired: upstreams with different counts above one, and
 * paths from one task to different replicates of one ancestor.
 *
 * <p>Each experiment is reported at most once, and a divergence only where its two paths part.
 */
public final class ReplicateChecker {

  private final ExperimentDag dag;
  private final int[] counts;

  private ReplicateChecker(ExperimentDag dag, int[] counts) {
    this.dag = dag;
    this.counts = counts;
  }

  /**
   * Checks a graph.
   *
   * @param dag the experiments
   * @param counts their replicates, as {@link ReplicateCounts#resolve} gives them
   * @return the mismatches in topological order
   */
  public static List<ReplicateMismatch> check(ExperimentDag dag, int[] counts) {
    return new ReplicateChecker(dag, counts).check();
  }

  private List<ReplicateMismatch> check() {
    boolean[] mayDiverge = mayDiverge();
    List<ReplicateMismatch> mismatches = new ArrayList<>();
    for (int node = 0; node < dag.size(); node++) {
      Optional<ReplicateMismatch> found = differentCounts(node);
      if (found.isEmpty() && mayDiverge[node] && counts[node] > 1) {
        found = divergence(node);
      }
      found.ifPresent(mismatches::add);
    }
    return mismatches;
  }

  private Optional<ReplicateMismatch> differentCounts(int node) {
    int first = -1;
    for (int upstream : dag.upstreams(node)) {
      if (counts[upstream] == 1) {
        continue;
      }
      if (first < 0) {
        first = upstream;
      } else if (counts[upstream] != counts[first]) {
        return Optional.of(mismatch(node, first, upstream, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /**
   * Marks the experiments among whose ancestors a replicate's index changes on the way. Elsewhere
   * every path keeps the index, and no two can differ.
   */
  private boolean[] mayDiverge() {
    boolean[] replicated = new boolean[dag.size()];
    boolean[] changes = new boolean[dag.size()];
    for (int node = 0; node < dag.size(); node++) {
      replicated[node] = counts[node] > 1;
      for (int upstream : dag.upstreams(node)) {
        replicated[node] |= replicated[upstream];
        changes[node] |=
            changes[upstream] || (counts[upstream] < counts[node] && replicated[upstream]);
      }
    }
    return changes;
  }

  /** Walks up from a consumer, upstream after upstream, with the index that each path leads to. */
  private Optional<ReplicateMismatch> divergence(int consumer) {
    if (dag.upstreams(consumer).length < 2) {
      return Optional.empty();
    }
    Map<Integer, Arrival> arrivals = new HashMap<>();
    BitSet open = new BitSet(consumer);
    IndexPath start = IndexPath.identity(counts[consumer]);
    for (int upstream : dag.upstreams(consumer)) {
      arrivals.put(upstream, new Arrival(upstream, start.through(counts[upstream])));
      open.set(upstream);
    }
    for (int at = open.previousSetBit(consumer); at >= 0; at = open.previousSetBit(at - 1)) {
      Arrival here = arrivals.get(at);
      if (here == null) {
        throw new IllegalStateException("an open experiment has been arrived at");
      }
      for (int above : dag.upstreams(at)) {
        Arrival next = new Arrival(here.through(), here.path().through(counts[above]));
        Arrival known = arrivals.putIfAbsent(above, next);
        open.set(above);
        if (known != null && known.through() != next.through()) {
          int replicate = known.path().firstDifference(next.path());
          if (replicate >= 0) {
            return Optional.of(diverging(consumer, above, replicate, known, next));
          }
        }
      }
    }
    return Optional.empty();
  }

  private ReplicateMismatch diverging(
      int consumer, int ancestor, int replicate, Arrival one, Arrival other) {
    boolean inOrder = isBefore(consumer, one.through(), other.through());
    Arrival first = inOrder ? one : other;
    Arrival second = inOrder ? other : one;
    Divergence divergence =
        new Divergence(
            dag.nodes().get(ancestor).name(),
            replicate,
            first.path().apply(replicate),
            second.path().apply(replicate));
    return mismatch(consumer, first.through(), second.through(), Optional.of(divergence));
  }

  private boolean isBefore(int consumer, int one, int other) {
    for (int upstream : dag.upstreams(consumer)) {
      if (upstream == one || upstream == other) {
        return upstream == one;
      }
    }
    return true;
  }

  private ReplicateMismatch mismatch(
      int consumer, int first, int second, Optional<Divergence> divergence) {
    return new ReplicateMismatch(
        dag.nodes().get(consumer).name(),
        dag.firstRead(consumer, first),
        counts[first],
        dag.firstRead(consumer, second),
        counts[second],
        divergence);
  }

  /** An ancestor reached through one of the consumer's upstreams. */
  private record Arrival(int through, IndexPath path) {}
}

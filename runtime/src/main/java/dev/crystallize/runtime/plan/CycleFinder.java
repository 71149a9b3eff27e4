package dev.crystallize.runtime.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds experiments that read each other in circles.
 *
 * <p>There can be exponentially many circles, so for every reference that lies on one, a shortest
 * circle through it is reported, and each circle once: mending all that is reported mends the
 * graph.
 */
public final class CycleFinder {

  private final List<PlanNode> nodes;
  private final int[][] upstreams;
  private final int[] component;

  private CycleFinder(List<PlanNode> nodes) {
    this.nodes = nodes;
    Map<String, Integer> index = ExperimentDag.indexByName(nodes);
    this.upstreams =
        nodes.stream()
            .map(node -> Arrays.stream(ExperimentDag.upstreamsOf(node, index)).distinct().toArray())
            .toArray(int[][]::new);
    this.component = StrongComponents.of(upstreams);
  }

  /**
   * The circles of a graph, by the name each begins with, then by its path.
   *
   * @throws IllegalArgumentException if two experiments have one name or one reads an experiment
   *     that is not among them
   */
  public static List<PlanProblem.Cycle> find(List<PlanNode> nodes) {
    return new CycleFinder(nodes).find();
  }

  private List<PlanProblem.Cycle> find() {
    Set<PlanProblem.Cycle> cycles = new LinkedHashSet<>();
    Set<Long> covered = new LinkedHashSet<>();
    for (int node = 0; node < upstreams.length; node++) {
      for (int upstream : upstreams[node]) {
        if (component[node] == component[upstream] && !covered.contains(edge(node, upstream))) {
          List<Integer> path = shortestPath(upstream, node);
          for (int i = 0; i < path.size(); i++) {
            covered.add(edge(path.get(i), path.get((i + 1) % path.size())));
          }
          cycles.add(new PlanProblem.Cycle(named(path)));
        }
      }
    }
    return cycles.stream()
        .sorted(Comparator.comparing(cycle -> String.join("\n", cycle.path())))
        .toList();
  }

  private static long edge(int from, int to) {
    return ((long) from << 32) | to;
  }

  /** The shortest way from one node to another over references; both ends included. */
  private List<Integer> shortestPath(int from, int to) {
    int[] cameFrom = new int[upstreams.length];
    Arrays.fill(cameFrom, -1);
    Deque<Integer> queue = new ArrayDeque<>(List.of(from));
    cameFrom[from] = from;
    while (cameFrom[to] < 0) {
      int node = queue.remove();
      for (int upstream : upstreams[node]) {
        if (cameFrom[upstream] < 0 && component[upstream] == component[node]) {
          cameFrom[upstream] = node;
          queue.add(upstream);
        }
      }
    }
    Deque<Integer> path = new ArrayDeque<>();
    for (int node = to; node != from; node = cameFrom[node]) {
      path.addFirst(node);
    }
    path.addFirst(from);
    return new ArrayList<>(path);
  }

  private List<String> named(List<Integer> path) {
    List<String> names = path.stream().map(node -> nodes.get(node).name()).toList();
    int first = 0;
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i).compareTo(names.get(first)) < 0) {
        first = i;
      }
    }
    List<String> turned = new ArrayList<>(names.subList(first, names.size()));
    turned.addAll(names.subList(0, first));
    return turned;
  }
}

package dev.crystallize.runtime.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Experiments in topological order: whatever one reads stands before it.
 *
 * <p>The order is that of a depth-first walk over the experiments as they were given and over their
 * references as they were declared, so it is the same for the same input.
 */
public final class ExperimentDag {

  private static final int UNSEEN = -2;
  private static final int OPEN = -1;

  private final List<PlanNode> nodes;
  private final Map<String, Integer> index;
  private final int[][] upstreamOfRead;
  private final int[][] upstreams;

  private ExperimentDag(List<PlanNode> nodes) {
    this.nodes = List.copyOf(nodes);
    this.index = indexByName(nodes);
    this.upstreamOfRead = new int[nodes.size()][];
    this.upstreams = new int[nodes.size()][];
    for (int i = 0; i < nodes.size(); i++) {
      upstreamOfRead[i] = upstreamsOf(nodes.get(i), index);
      upstreams[i] = Arrays.stream(upstreamOfRead[i]).distinct().toArray();
    }
  }

  /**
   * Orders experiments.
   *
   * @throws IllegalArgumentException if two have one name, one reads an experiment that is not
   *     among them, or they read each other in a circle (see {@link CycleFinder})
   */
  public static ExperimentDag of(List<PlanNode> declared) {
    Map<String, Integer> index = indexByName(declared);
    int[] state = new int[declared.size()];
    Arrays.fill(state, UNSEEN);
    List<PlanNode> ordered = new ArrayList<>(declared.size());
    for (int root = 0; root < declared.size(); root++) {
      if (state[root] == UNSEEN) {
        visit(root, declared, index, state, ordered);
      }
    }
    return new ExperimentDag(ordered);
  }

  /** The experiments, upstream ones first. */
  public List<PlanNode> nodes() {
    return nodes;
  }

  /** How many experiments there are. */
  public int size() {
    return nodes.size();
  }

  /**
   * The place of an experiment in {@link #nodes}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String name) {
    return indexIn(index, name);
  }

  /** The experiments that one reads, each once, in the order of its references. */
  int[] upstreams(int node) {
    return upstreams[node];
  }

  /** The first reference of a node that reads the given upstream. */
  PlanEdge firstRead(int node, int upstream) {
    int read = 0;
    while (upstreamOfRead[node][read] != upstream) {
      read++;
    }
    return nodes.get(node).reads().get(read);
  }

  static int indexIn(Map<String, Integer> index, String name) {
    Integer found = index.get(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no experiment '" + name + "'");
    }
    return found;
  }

  static Map<String, Integer> indexByName(List<PlanNode> nodes) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (index.put(nodes.get(i).name(), i) != null) {
        throw new IllegalArgumentException(
            "two experiments are named '" + nodes.get(i).name() + "'");
      }
    }
    return index;
  }

  static int[] upstreamsOf(PlanNode node, Map<String, Integer> index) {
    return node.reads().stream().mapToInt(read -> indexIn(index, read.upstream())).toArray();
  }

  /** Depth first without recursion, since a chain may be longer than a thread's stack. */
  private static void visit(
      int root,
      List<PlanNode> declared,
      Map<String, Integer> index,
      int[] state,
      List<PlanNode> ordered) {
    Deque<Frame> path = new ArrayDeque<>();
    path.push(new Frame(root, upstreamsOf(declared.get(root), index)));
    state[root] = OPEN;
    while (!path.isEmpty()) {
      Frame frame = path.peek();
      if (frame.next == frame.upstreams.length) {
        state[frame.node] = ordered.size();
        ordered.add(declared.get(frame.node));
        path.pop();
        continue;
      }
      int upstream = frame.upstreams[frame.next++];
      if (state[upstream] == OPEN) {
        throw new IllegalArgumentException(
            "'" + declared.get(upstream).name() + "' reads itself through others");
      }
      if (state[upstream] == UNSEEN) {
        state[upstream] = OPEN;
        path.push(new Frame(upstream, upstreamsOf(declared.get(upstream), index)));
      }
    }
  }

  private static final class Frame {
    private final int node;
    private final int[] upstreams;
    private int next;

    Frame(int node, int[] upstreams) {
      this.node = node;
      this.upstreams = upstreams;
    }
  }
}

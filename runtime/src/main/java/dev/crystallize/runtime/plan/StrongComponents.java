package dev.crystallize.runtime.plan;

import java.util.Arrays;

/**
 * Tarjan's strongly connected components (R. Tarjan, "Depth-first search and linear graph
 * algorithms", 1972), without recursion.
 */
final class StrongComponents {

  private final int[][] targets;
  private final int[] component;
  private final int[] number;
  private final int[] low;
  private final int[] nextEdge;
  private final int[] path;
  private final int[] open;
  private int openSize;
  private int counter;
  private int components;

  private StrongComponents(int[][] targets) {
    this.targets = targets;
    int size = targets.length;
    component = new int[size];
    number = new int[size];
    low = new int[size];
    nextEdge = new int[size];
    path = new int[size];
    open = new int[size];
    Arrays.fill(component, -1);
    Arrays.fill(number, -1);
  }

  /** The component of each node. */
  static int[] of(int[][] targets) {
    StrongComponents search = new StrongComponents(targets);
    for (int node = 0; node < targets.length; node++) {
      if (search.number[node] < 0) {
        search.walk(node);
      }
    }
    return search.component;
  }

  private void walk(int root) {
    int depth = 0;
    enter(root);
    path[0] = root;
    while (depth >= 0) {
      int node = path[depth];
      if (nextEdge[node] < targets[node].length) {
        int target = targets[node][nextEdge[node]++];
        if (number[target] < 0) {
          enter(target);
          path[++depth] = target;
        } else if (component[target] < 0) {
          low[node] = Math.min(low[node], number[target]);
        }
      } else {
        leave(node);
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
  }

  private void enter(int node) {
    number[node] = counter;
    low[node] = counter++;
    open[openSize++] = node;
  }

  private void leave(int node) {
    if (low[node] != number[node]) {
      return;
    }
    int member;
    do {
      member = open[--openSize];
      component[member] = components;
    } while (member != node);
    components++;
  }
}

package dev.crystallize.runtime.plan;

import java.util.Arrays;

/**
 * Replicates that are not independent, because they read the same replicate of an experiment that
 * has more than one, directly or through others.
 */
public final class Clusters {

  private final int[] clusterOf;
  private final int count;

  private Clusters(int[] clusterOf, int count) {
    this.clusterOf = clusterOf;
    this.count = count;
  }

  /** How many clusters there are: the sample size that statistics may count on. */
  public int count() {
    return count;
  }

  /** The cluster of a replicate; clusters are numbered by their lowest replicate, from 0. */
  public int of(int replicate) {
    return clusterOf[replicate];
  }

  /** Every replicate on its own. */
  static Clusters independent(int replicates) {
    int[] each = new int[replicates];
    Arrays.setAll(each, i -> i);
    return new Clusters(each, replicates);
  }

  /**
   * The clusters of an experiment.
   *
   * @param replicates its replicates
   * @param upstreams the clusters of the experiments it reads
   */
  static Clusters of(int replicates, Iterable<Clusters> upstreams) {
    int[] parent = new int[replicates];
    Arrays.setAll(parent, i -> i);
    for (Clusters upstream : upstreams) {
      if (upstream.clusterOf.length > 1) {
        join(parent, upstream);
      }
    }
    return numbered(parent);
  }

  private static void join(int[] parent, Clusters upstream) {
    int[] first = new int[upstream.count];
    Arrays.fill(first, -1);
    for (int i = 0; i < parent.length; i++) {
      int cluster = upstream.clusterOf[i % upstream.clusterOf.length];
      if (first[cluster] < 0) {
        first[cluster] = i;
      } else {
        int a = root(parent, first[cluster]);
        int b = root(parent, i);
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }

  private static Clusters numbered(int[] parent) {
    int[] number = new int[parent.length];
    int count = 0;
    for (int i = 0; i < parent.length; i++) {
      int root = root(parent, i);
      number[i] = root == i ? count++ : number[root];
    }
    return new Clusters(number, count);
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}

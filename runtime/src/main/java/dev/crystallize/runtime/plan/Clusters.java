package dev.crystallize.runtime.plan;

import java.util.Arrays;
import java.util.List;

/**
 * Replicates that are not independent, because they read the same replicate of an experiment that
 * has more than one, directly or through others.
 *
 * <p>Clusters repeat along the replicates, so only the first ones are kept.
 */
public final class Clusters {

  /** The clusters of the first replicates; none if each is on its own. */
  private final int[] pattern;

  private final int replicates;
  private final int count;

  private Clusters(int[] pattern, int replicates, int count) {
    this.pattern = pattern;
    this.replicates = replicates;
    this.count = count;
  }

  /** How many clusters there are: the sample size that statistics may count on. */
  public int count() {
    return count;
  }

  /** The cluster of a replicate; clusters are numbered by their lowest replicate, from 0. */
  public int of(int replicate) {
    return pattern.length == 0 ? replicate : pattern[replicate % pattern.length];
  }

  /** Every replicate on its own. */
  public static Clusters independent(int replicates) {
    return new Clusters(new int[0], replicates, replicates);
  }

  /**
   * Clusters that were written down by their {@link #pattern}.
   *
   * @param replicates how many replicates there are
   * @param pattern the clusters of the first ones, which repeat; none if each is on its own
   * @throws IllegalArgumentException if it is no pattern of so many replicates
   */
  public static Clusters repeating(int replicates, List<Integer> pattern) {
    if (pattern.isEmpty()) {
      return independent(replicates);
    }
    int count = 0;
    for (int cluster : pattern) {
      if (cluster < 0 || cluster > count || pattern.size() > replicates) {
        throw new IllegalArgumentException(
            pattern + " does not say how " + replicates + " replicates form clusters");
      }
      count = Math.max(count, cluster + 1);
    }
    return new Clusters(pattern.stream().mapToInt(i -> i).toArray(), replicates, count);
  }

  /** The clusters of the first replicates, which repeat; none if each replicate is on its own. */
  public List<Integer> pattern() {
    return Arrays.stream(pattern).boxed().toList();
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
      if (upstream.replicates > 1) {
        join(parent, upstream);
      }
    }
    return numbered(parent);
  }

  private static void join(int[] parent, Clusters upstream) {
    int[] first = new int[upstream.count];
    Arrays.fill(first, -1);
    for (int i = 0; i < parent.length; i++) {
      int cluster = upstream.of(i % upstream.replicates);
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
    return count == number.length
        ? independent(count)
        : new Clusters(Arrays.copyOf(number, period(number)), number.length, count);
  }

  /** The least p such that everything repeats after p, by the failure function of Knuth et al. */
  private static int period(int[] numbers) {
    int[] border = new int[numbers.length];
    for (int i = 1, length = 0; i < numbers.length; i++) {
      while (length > 0 && numbers[i] != numbers[length]) {
        length = border[length - 1];
      }
      length += numbers[i] == numbers[length] ? 1 : 0;
      border[i] = length;
    }
    return numbers.length - border[numbers.length - 1];
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clusters that
        && replicates == that.replicates
        && Arrays.equals(pattern, that.pattern);
  }

  @Override
  public int hashCode() {
    return 31 * replicates + Arrays.hashCode(pattern);
  }
}

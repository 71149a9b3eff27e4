package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.Clusters;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One mean per cluster of replicates that are not independent of each other.
 *
 * @param replicates the lowest replicate of each cluster that has any value, itself with a value or
 *     not, ascending
 * @param means the mean of each
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this package, which does not change them
record ClusterMeans(int[] replicates, double[] means) {

  /**
   * Groups replicates.
   *
   * @param clusters which replicates belong together
   * @param count how many replicates there are
   * @param present whether a replicate has a value
   * @param value a replicate's value
   */
  static ClusterMeans of(
      Clusters clusters, int count, IntPredicate present, IntToDoubleFunction value) {
    int[] lowest = new int[clusters.count()];
    int last = -1;
    int[] members = new int[clusters.count()];
    double[] sums = new double[clusters.count()];
    for (int replicate = 0; replicate < count; replicate++) {
      int cluster = clusters.of(replicate); // clusters are numbered by their lowest replicate
      if (cluster > last) {
        lowest[cluster] = replicate;
        last = cluster;
      }
      if (present.test(replicate)) {
        members[cluster]++;
        sums[cluster] += value.applyAsDouble(replicate);
      }
    }
    int[] filled =
        IntStream.range(0, members.length).filter(cluster -> members[cluster] > 0).toArray();
    return new ClusterMeans(
        Arrays.stream(filled).map(cluster -> lowest[cluster]).toArray(),
        Arrays.stream(filled).mapToDouble(cluster -> sums[cluster] / members[cluster]).toArray());
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ConditionResults;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A metric in one condition.
 *
 * <p>Replicates that read the same replicate of an upstream experiment are not independent. They
 * form a cluster, and mean, standard deviation and interval are those of the clusters' means.
 */
public final class MetricSummary {

  private final int replicates;
  private final NavigableMap<Integer, Double> byReplicate;
  private final double[] independent;

  private MetricSummary(
      int replicates, NavigableMap<Integer, Double> byReplicate, double[] independent) {
    this.replicates = replicates;
    this.byReplicate = Collections.unmodifiableNavigableMap(byReplicate);
    this.independent = independent;
  }

  static MetricSummary of(String metric, ConditionResults results, Clusters clusters) {
    NavigableMap<Integer, Double> values = new TreeMap<>();
    for (int replicate = 0; replicate < results.replicates(); replicate++) {
      int index = replicate;
      results.value(metric, replicate).ifPresent(value -> values.put(index, value));
    }
    ClusterMeans means =
        ClusterMeans.of(
            clusters,
            results.replicates(),
            values::containsKey,
            replicate -> values.getOrDefault(replicate, Double.NaN));
    return new MetricSummary(results.replicates(), values, means.means());
  }

  /**
   * The mean.
   *
   * @return the mean of the clusters' means; NaN without values
   */
  public double mean() {
    return Estimate.mean(independent);
  }

  /**
   * The sample standard deviation, with n - 1 in the denominator.
   *
   * @return that of the clusters' means; NaN with fewer than two
   */
  public double sd() {
    return Estimate.sd(independent);
  }

  /**
   * Where the mean lies with 95 % confidence.
   *
   * @return Student's t interval over the clusters' means; NaN with fewer than two
   */
  public ConfidenceInterval ci() {
    return Estimate.of(independent).interval();
  }

  /**
   * How many replicates have a value.
   *
   * @return their number
   */
  public int n() {
    return byReplicate.size();
  }

  /** How many replicates the condition has, with a value or without. */
  int replicates() {
    return replicates;
  }

  /**
   * How many independent values stand behind the metric.
   *
   * @return the number of clusters, at most {@link #n()}
   */
  public int independent() {
    return independent.length;
  }

  /** The means of the clusters. */
  double[] independentValues() {
    return independent.clone();
  }

  /**
   * The values of the replicates that have one.
   *
   * @return a new array, in the order of the replicates
   */
  public double[] values() {
    return byReplicate.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The values by replicate.
   *
   * @return unmodifiable; a replicate that failed or did not record the metric is absent
   */
  public NavigableMap<Integer, Double> byReplicate() {
    return byReplicate;
  }

  /** Returns it as in the result table, such as {@code 0.967 +/- 0.012 (30)}. */
  @Override
  public String toString() {
    return NumberText.estimate(this) + "  " + NumberText.count(this);
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ConditionResults;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The metrics that one condition of a run has recorded. */
final class ConditionSamples implements Samples {

  private final String condition;
  private final ConditionResults results;
  private final List<String> metrics;
  private final Independence independence;

  /** Which replicates are not independent of each other, and what none of them repeats. */
  record Independence(Clusters clusters, List<String> fixedInputs) {}

  /**
   * The samples of a condition.
   *
   * @param condition the condition
   * @param results what it has recorded
   * @param metrics the metrics under test; a replicate counts if it has all of them
   * @param independence how its replicates hang together
   */
  ConditionSamples(
      String condition, ConditionResults results, List<String> metrics, Independence independence) {
    this.condition = condition;
    this.results = results;
    this.metrics = List.copyOf(metrics);
    this.independence = independence;
  }

  @Override
  public String condition() {
    return condition;
  }

  @Override
  public List<String> metrics() {
    return metrics;
  }

  @Override
  public int[] replicates() {
    return clusters(this::has);
  }

  @Override
  public double[] values(String metric) {
    return values(metric, this::has);
  }

  @Override
  public int lost() {
    return independence.clusters().count() - independent();
  }

  @Override
  public List<String> fixedInputs() {
    return independence.fixedInputs();
  }

  @Override
  public Pairs pairs(Samples treatment, String metric) {
    if (!(treatment instanceof ConditionSamples other)) {
      return Pairs.matching(this, treatment, metric);
    }
    IntPredicate both = replicate -> has(replicate) && other.has(replicate);
    int[] common = clusters(both);
    return Pairs.of(
        common,
        values(metric, both),
        other.values(metric, both),
        independence.clusters().count() - common.length);
  }

  /** How many clusters have a replicate that has a number in both conditions. */
  int commonWith(ConditionSamples other) {
    return clusters(replicate -> has(replicate) && other.has(replicate)).length;
  }

  private int[] clusters(IntPredicate present) {
    return means(present, replicate -> 0).replicates();
  }

  private boolean has(int replicate) {
    return metrics.stream().allMatch(metric -> results.value(metric, replicate).isPresent());
  }

  private double[] values(String metric, IntPredicate present) {
    if (!metrics.contains(metric)) {
      throw new IllegalArgumentException(
          "no metric '" + metric + "'" + Suggestions.of(metric, metrics).text());
    }
    return means(present, replicate -> results.value(metric, replicate).orElseThrow()).means();
  }

  private ClusterMeans means(IntPredicate present, IntToDoubleFunction value) {
    return ClusterMeans.of(independence.clusters(), results.replicates(), present, value);
  }
}

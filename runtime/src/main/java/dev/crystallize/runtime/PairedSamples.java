package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ConditionResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The metrics of one condition on the replicates that it has in common with another. */
final class PairedSamples implements Samples {

  private final String condition;
  private final int[] replicates;
  private final Map<String, double[]> values;

  private PairedSamples(String condition, int[] replicates, Map<String, double[]> values) {
    this.condition = condition;
    this.replicates = replicates;
    this.values = values;
  }

  /**
   * One side of a comparison.
   *
   * @param condition the condition of this side
   * @param own its results
   * @param other the results of the other side
   * @param metrics the metrics under test; a replicate counts if both sides have all of them
   * @param clusters which replicates are not independent
   */
  static PairedSamples of(
      String condition,
      ConditionResults own,
      ConditionResults other,
      List<String> metrics,
      Clusters clusters) {
    IntPredicate present =
        replicate ->
            metrics.stream()
                .allMatch(
                    metric ->
                        own.value(metric, replicate).isPresent()
                            && other.value(metric, replicate).isPresent());
    int[] replicates = {};
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String metric : metrics) {
      ClusterMeans means =
          ClusterMeans.of(
              clusters,
              own.replicates(),
              present,
              replicate -> own.value(metric, replicate).orElseThrow());
      replicates = means.replicates();
      values.put(metric, means.means());
    }
    return new PairedSamples(condition, replicates, values);
  }

  @Override
  public String condition() {
    return condition;
  }

  @Override
  public List<String> metrics() {
    return List.copyOf(values.keySet());
  }

  @Override
  public int[] replicates() {
    return replicates.clone();
  }

  @Override
  public double[] values(String metric) {
    double[] found = values.get(metric);
    if (found == null) {
      throw new IllegalArgumentException(
          "no metric '" + metric + "'" + Suggestions.of(metric, values.keySet()).text());
    }
    return found.clone();
  }
}

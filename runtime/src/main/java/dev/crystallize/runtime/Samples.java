package dev.crystallize.runtime;

import java.util.List;
import java.util.Map;

/**
 * The metrics of one condition, as a verifier sees them.
 *
 * <p>Replicates that read the same replicate of an upstream experiment are not independent of each
 * other. They form a cluster and count as one number, their mean. Where all replicates are
 * independent, each is a cluster of its own.
 */
public interface Samples {

  /**
   * The condition.
   *
   * @return {@code baseline} or a treatment's name
   */
  String condition();

  /**
   * The metrics under test.
   *
   * @return their names, in order
   */
  List<String> metrics();

  /**
   * The clusters of this condition that have a number, whatever other conditions have.
   *
   * @return the lowest replicate of each, ascending; a cluster counts if one of its replicates
   *     recorded all {@link #metrics}
   */
  int[] replicates();

  /**
   * One number per cluster: the mean of its replicates, aligned with {@link #replicates()}.
   *
   * @param metric the metric's name
   * @return a new array; a recorded NaN stays NaN
   * @throws IllegalArgumentException if the metric is unknown, with the nearest one
   */
  double[] values(String metric);

  /**
   * The clusters that were planned and have no number, because their tasks failed or recorded none.
   *
   * @return how many
   */
  int lost();

  /**
   * The experiments upstream of which there is one replicate only, although this condition has
   * more. All numbers hold <em>given</em> that one: another one might have given other results, and
   * no number of replicates here tells.
   *
   * @return their names; empty if everything was repeated
   */
  List<String> fixedInputs();

  /**
   * How many independent numbers there are: the n of statistics.
   *
   * @return the number of {@link #replicates()}
   */
  default int independent() {
    return replicates().length;
  }

  /**
   * Pairs these samples, as the baseline, with those of a treatment. All conditions of a replicate
   * share their random numbers, so their difference shows the treatment's effect without the
   * replicates' own differences.
   *
   * @param treatment the other side
   * @param metric the metric's name
   * @return the pairs; those of the runtime take the mean of a cluster over the replicates that
   *     both sides have
   * @throws IllegalArgumentException if the metric is unknown, with the nearest one
   */
  default Pairs pairs(Samples treatment, String metric) {
    return Pairs.matching(this, treatment, metric);
  }

  /**
   * The pairs of the only metric under test.
   *
   * @param treatment the other side
   * @return as {@link #pairs(Samples, String)}
   * @throws IllegalStateException if there are several metrics, naming them
   */
  default Pairs pairs(Samples treatment) {
    return pairs(treatment, onlyMetric());
  }

  /**
   * The values of the only metric under test.
   *
   * @return as {@link #values(String)}
   * @throws IllegalStateException if there are several, naming them
   */
  default double[] values() {
    return values(onlyMetric());
  }

  /**
   * Samples of the baseline for tests: one metric, one number for each replicate, all independent.
   *
   * @param metric the metric's name
   * @param values its values by replicate
   * @return the samples
   */
  static Samples of(String metric, double... values) {
    return of(Conditions.BASELINE, Map.of(metric, values));
  }

  /**
   * Samples for tests: one number of each metric for each replicate, all independent.
   *
   * @param condition {@code baseline} or a treatment's name
   * @param values for each metric its values by replicate
   * @return the samples
   * @throws IllegalArgumentException if the metrics differ in their number of values
   */
  static Samples of(String condition, Map<String, double[]> values) {
    return new GivenSamples(condition, values);
  }

  private String onlyMetric() {
    if (metrics().size() != 1) {
      throw new IllegalStateException("several metrics are tested, so say which: " + metrics());
    }
    return metrics().get(0);
  }
}

package dev.crystallize.runtime;

import java.util.List;

/** The metrics of one condition, as a verifier sees them. */
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
   * The replicates, or clusters of replicates that are not independent of each other, that both
   * conditions have.
   *
   * @return the index of the first replicate of each, ascending; shared by both conditions, so that
   *     {@link #values} of baseline and treatment are paired position by position
   */
  int[] replicates();

  /**
   * One number per independent replicate (or cluster: the mean of its replicates), aligned with
   * {@link #replicates()}.
   *
   * @param metric the metric's name
   * @return a new array
   * @throws IllegalArgumentException if the metric is unknown, with the nearest one
   */
  double[] values(String metric);

  /**
   * The values of the only metric under test.
   *
   * @return as {@link #values(String)}
   * @throws IllegalStateException if there are several, naming them
   */
  default double[] values() {
    if (metrics().size() != 1) {
      throw new IllegalStateException("several metrics are tested, so say which: " + metrics());
    }
    return values(metrics().get(0));
  }
}

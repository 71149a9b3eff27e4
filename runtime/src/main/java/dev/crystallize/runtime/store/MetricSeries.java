package dev.crystallize.runtime.store;

import java.util.Arrays;

/**
 * A curve that one task recorded: values at rising or at least ordered steps of its own counting.
 *
 * @param steps where each value stands
 * @param values the values; NaN and infinities are allowed
 */
public record MetricSeries(long[] steps, double[] values) {

  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if they differ in length
   */
  public MetricSeries {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(
          steps.length + " steps do not fit " + values.length + " values");
    }
    steps = steps.clone();
    values = values.clone();
  }

  /** A copy of the steps. */
  @Override
  public long[] steps() {
    return steps.clone();
  }

  /** A copy of the values. */
  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricSeries that
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(steps) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "MetricSeries[" + steps.length + " values]";
  }
}

package dev.crystallize.runtime.store;

import java.util.Arrays;

/** A curve that one task recorded: values, each at a step of the task's own counting. */
public final class MetricSeries {

  private final long[] steps;
  private final double[] values;

  /**
   * A curve; the arrays are copied.
   *
   * @param steps where each value stands
   * @param values the values; NaN and infinities are allowed
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public MetricSeries(long[] steps, double[] values) {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(
          steps.length + " steps do not fit " + values.length + " values");
    }
    this.steps = steps.clone();
    this.values = values.clone();
  }

  /** How many values it has. */
  public int size() {
    return values.length;
  }

  /** Where a value stands. */
  public long step(int i) {
    return steps[i];
  }

  /** A value. */
  public double value(int i) {
    return values[i];
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
    return "steps " + Arrays.toString(steps) + ", values " + Arrays.toString(values);
  }
}

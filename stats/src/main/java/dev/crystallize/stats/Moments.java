package dev.crystallize.stats;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Size, mean and variance of a sample.
 *
 * @param n how many values
 * @param mean their mean; NaN if there are none
 * @param variance the unbiased variance (divisor n - 1), 0 if it is mere rounding noise; NaN for
 *     fewer than two values
 */
record Moments(int n, double mean, double variance) {

  /** The moments of what is no number. */
  static final Moments UNKNOWN = new Moments(0, Double.NaN, Double.NaN);

  /**
   * Below this many times the mean a standard error is rounding noise, and the values are taken for
   * constant. R's t.test draws the line at the same place, and stops there.
   */
  private static final double NOISE = 10 * Math.ulp(1.0);

  static Moments of(double[] values) {
    int n = values.length;
    double mean = Mean.of(values).getAsDouble();
    if (n < 2) {
      return new Moments(n, mean, Double.NaN);
    }
    double variance = Variance.of(values).getAsDouble();
    boolean noise = Math.sqrt(variance / n) < NOISE * Math.abs(mean);
    return new Moments(n, mean, noise ? 0 : variance);
  }

  /** The square of the mean's standard error. */
  double squaredError() {
    return variance / n;
  }

  double sd() {
    return Math.sqrt(variance);
  }
}

package dev.crystallize.runtime;

import java.util.Arrays;

/**
 * A mean and where it lies, from independent values.
 *
 * @param mean the mean; NaN without values
 * @param interval Student's t interval; NaN with fewer than two values
 */
record Estimate(double mean, ConfidenceInterval interval) {

  private static final ConfidenceInterval NONE = new ConfidenceInterval(Double.NaN, Double.NaN);

  /** Estimates the mean of some values. */
  static Estimate of(double[] values) {
    int n = values.length;
    double mean = mean(values);
    return n < 2 ? new Estimate(mean, NONE) : around(mean, sd(values) / Math.sqrt(n), n - 1);
  }

  /**
   * Estimates the difference of two means whose standard deviations may differ, with Welch's
   * degrees of freedom, rounded down: B. L. Welch, The generalization of "Student's" problem when
   * several different population variances are involved, Biometrika 34, 1947, 28-35.
   */
  static Estimate ofDifference(double[] earlier, double[] later) {
    double difference = mean(later) - mean(earlier);
    if (earlier.length < 2 || later.length < 2) {
      return new Estimate(difference, NONE);
    }
    double a = square(sd(earlier)) / earlier.length;
    double b = square(sd(later)) / later.length;
    double degrees =
        square(a + b) / (square(a) / (earlier.length - 1) + square(b) / (later.length - 1));
    // Without any spread the quotient is 0 / 0, and the interval a point whatever the degrees.
    return around(difference, Math.sqrt(a + b), Math.max(1, (int) degrees));
  }

  private static Estimate around(double mean, double error, int degrees) {
    double half = StudentT.quantile95(degrees) * error;
    return new Estimate(mean, new ConfidenceInterval(mean - half, mean + half));
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The sample standard deviation, with n - 1 in the denominator; NaN with fewer than two. */
  static double sd(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(value -> square(value - mean)).reduce(0, Double::sum)
            / (values.length - 1));
  }

  private static double square(double value) {
    return value * value;
  }
}

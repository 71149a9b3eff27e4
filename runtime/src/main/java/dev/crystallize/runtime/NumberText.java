package dev.crystallize.runtime;

import java.util.Locale;

/** Lays numbers out for people. */
final class NumberText {

  private static final double SMALL = 0.001;
  private static final double LARGE = 1e6;

  private NumberText() {}

  static String number(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    boolean plain = size == 0 || (size >= SMALL && size < LARGE);
    return String.format(Locale.ROOT, plain ? "%.3f" : "%.3e", value);
  }

  /** Returns the mean, and the standard deviation if there is one; words if there is neither. */
  static String estimate(MetricSummary summary) {
    if (summary.n() == 0) {
      return "no values";
    }
    String mean = number(summary.mean());
    double deviation = summary.sd();
    return Double.isNaN(deviation) ? mean : mean + " +/- " + number(deviation);
  }

  /**
   * Returns the number of values, and that of independent ones where it differs; of none, how many
   * there should be.
   */
  static String count(MetricSummary summary) {
    if (summary.n() == 0) {
      return "(0 of " + summary.replicates() + ")";
    }
    return summary.n() == summary.independent()
        ? "(" + summary.n() + ")"
        : "(" + summary.n() + ", " + summary.independent() + " independent)";
  }
}

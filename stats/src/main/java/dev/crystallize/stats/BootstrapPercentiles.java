package dev.crystallize.stats;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Reads interval and p-value off a bootstrap distribution. */
final class BootstrapPercentiles {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] sorted;
  private final double rounding;

  /** The median bias z0, in normal quantiles; 0 for plain percentiles. */
  private final double bias;

  /** The acceleration a; 0 for plain percentiles. */
  private final double acceleration;

  private BootstrapPercentiles(Bootstrap bootstrap, double bias, double acceleration) {
    this.sorted = bootstrap.sorted();
    this.rounding = bootstrap.rounding();
    this.bias = bias;
    this.acceleration = acceleration;
  }

  static BootstrapPercentiles of(Bootstrap bootstrap, BootstrapMethod method) {
    return switch (method) {
      case PERCENTILE -> new BootstrapPercentiles(bootstrap, 0, 0);
      case BCA -> new BootstrapPercentiles(bootstrap, bias(bootstrap), bootstrap.acceleration());
    };
  }

  /** The share of resamples below the observed value, ties counting a half. */
  private static double bias(Bootstrap bootstrap) {
    double[] sorted = bootstrap.sorted();
    double from = bootstrap.observed() - bootstrap.rounding();
    double to = bootstrap.observed() + bootstrap.rounding();
    double twice = count(sorted, value -> value < from) + count(sorted, value -> value <= to);
    double share = twice / (2.0 * sorted.length);
    double smallest = 0.5 / sorted.length;
    return quantileOf(Math.min(1 - smallest, Math.max(smallest, share)));
  }

  Interval interval(double confidence) {
    double tail = (1 - confidence) / 2;
    return new Interval(percentile(adjusted(tail)), percentile(adjusted(1 - tail)));
  }

  /**
   * One minus the largest confidence whose interval leaves out 0, at least 2 / (m + 1) for m
   * resamples.
   */
  double pValue() {
    double all = sorted.length + 1.0;
    double below = (count(sorted, value -> value <= rounding) + 1) / all;
    double above = (count(sorted, value -> value >= -rounding) + 1) / all;
    if (Math.min(below, above) >= 1) {
      return 1;
    }
    double tail = below <= above ? unadjusted(below) : 1 - unadjusted(1 - above);
    return Math.min(1, Math.max(2 * Math.min(tail, 1 - tail), 2 / all));
  }

  private static long count(double[] values, DoublePredicate wanted) {
    return Arrays.stream(values).filter(wanted).count();
  }

  /** The level to read in place of a nominal one. */
  private double adjusted(double level) {
    double shifted = bias + quantileOf(level);
    return levelOf(bias, shifted, 1 - acceleration * shifted);
  }

  /** The nominal level that is read at a given one. */
  private double unadjusted(double level) {
    double shifted = quantileOf(level) - bias;
    return levelOf(-bias, shifted, 1 + acceleration * shifted);
  }

  /** Where the scale is not positive, the correction has left the range it is good for. */
  private static double levelOf(double offset, double shifted, double scale) {
    if (scale <= 0) {
      return shifted > 0 ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(offset + shifted / scale);
  }

  /**
   * The quantile whose expected level is the given one: position level (m + 1), interpolated
   * linearly (definition 6 of Hyndman and Fan, Sample quantiles in statistical packages, The
   * American Statistician 50, 1996, 361-365).
   */
  private double percentile(double level) {
    double position = level * (sorted.length + 1.0);
    int below = (int) Math.max(1, Math.min(sorted.length, Math.floor(position)));
    int above = Math.min(sorted.length, below + 1);
    double share = Math.max(0, Math.min(1, position - below));
    double low = sorted[below - 1];
    return low + share * (sorted[above - 1] - low);
  }

  private static double quantileOf(double level) {
    return NORMAL.inverseCumulativeProbability(level);
  }
}

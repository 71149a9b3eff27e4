package dev.crystallize.stats;

import java.util.Arrays;

/** How the observed difference stands among random relabellings. */
record Randomisation(double pValue, Interval interval) {

  /** There are no data, or some are not numbers, or too large to be added up. */
  static final Randomisation UNKNOWN = new Randomisation(Double.NaN, Interval.UNKNOWN);

  static Randomisation of(
      Relabeller relabeller,
      double confidence,
      Alternative alternative,
      int resamples,
      Draws draws) {
    double observed = extremeness(relabeller.observed(), alternative) - relabeller.rounding();
    if (!Double.isFinite(observed)) {
      return UNKNOWN;
    }
    double[] typical = new double[resamples];
    int extreme = 0;
    for (int i = 0; i < resamples; i++) {
      Relabelling relabelling = relabeller.next(draws);
      if (extremeness(relabelling.statistic(), alternative) >= observed) {
        extreme++;
      }
      typical[i] = relabelling.typical();
    }
    return new Randomisation(
        (extreme + 1.0) / (resamples + 1.0),
        interval(typical, alternative.tail(confidence)).on(alternative));
  }

  private static double extremeness(double statistic, Alternative alternative) {
    return switch (alternative) {
      case TWO_SIDED -> Math.abs(statistic);
      case LESS -> -statistic;
      case GREATER -> statistic;
    };
  }

  /**
   * The shifts that are not rejected. One is, while no more than a share {@code tail} of the
   * relabellings counts against it, the observed one and those that changed nothing included.
   */
  private static Interval interval(double[] typical, double tail) {
    double[] changed =
        Arrays.stream(typical).filter(value -> !Double.isNaN(value)).sorted().toArray();
    int unchanged = typical.length - changed.length;
    // What is added keeps rounding from turning 500 into 499.
    int rejected = (int) Math.floor(tail * (typical.length + 1.0) + 1e-6) - unchanged;
    if (rejected < 1 || changed.length == 0) {
      return Interval.UNBOUNDED;
    }
    int rank = Math.min(rejected, changed.length);
    return new Interval(changed[rank - 1], changed[changed.length - rank]);
  }
}

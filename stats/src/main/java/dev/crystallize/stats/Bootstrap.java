package dev.crystallize.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The bootstrap distribution of the location of one sample (of differences), or of the difference
 * of the locations of two.
 */
final class Bootstrap {

  private final double observed;
  private final double[] sorted;
  private final double acceleration;
  private final double rounding;

  Bootstrap(double observed, double[] sorted, double acceleration, double rounding) {
    this.observed = observed;
    this.sorted = sorted;
    this.acceleration = acceleration;
    this.rounding = rounding;
  }

  static Bootstrap ofOne(double[] sample, Location location, int resamples, Draws draws) {
    double[] scratch = new double[sample.length];
    double[] statistics = new double[resamples];
    Arrays.setAll(statistics, i -> location.of(resample(sample, scratch, draws)));
    Arrays.sort(statistics);
    return new Bootstrap(
        location.of(sample),
        statistics,
        acceleration(influence(sample, location)),
        rounding(sample));
  }

  static Bootstrap ofTwo(
      double[] baseline, double[] treatment, Location location, int resamples, Draws draws) {
    double[] x = new double[baseline.length];
    double[] y = new double[treatment.length];
    double[] statistics = new double[resamples];
    Arrays.setAll(
        statistics,
        i -> {
          double before = location.of(resample(baseline, x, draws));
          return location.of(resample(treatment, y, draws)) - before;
        });
    Arrays.sort(statistics);
    double[] ofBaseline = Arrays.stream(influence(baseline, location)).map(u -> -u).toArray();
    return new Bootstrap(
        location.of(treatment) - location.of(baseline),
        statistics,
        acceleration(ofBaseline, influence(treatment, location)),
        rounding(baseline) + rounding(treatment));
  }

  private static double[] resample(double[] sample, double[] into, Draws draws) {
    for (int i = 0; i < into.length; i++) {
      into[i] = sample[draws.index(sample.length)];
    }
    return into;
  }

  /** How much each value moves the statistic, by leaving it out; divided by the sample's size. */
  private static double[] influence(double[] sample, Location location) {
    int n = sample.length;
    double[] without =
        IntStream.range(0, n).mapToDouble(i -> location.of(leaveOut(sample, i))).toArray();
    double mean = Moments.of(without).mean();
    return Arrays.stream(without).map(value -> (n - 1) * (mean - value) / n).toArray();
  }

  private static double[] leaveOut(double[] sample, int index) {
    double[] rest = new double[sample.length - 1];
    System.arraycopy(sample, 0, rest, 0, index);
    System.arraycopy(sample, index + 1, rest, index, rest.length - index);
    return rest;
  }

  /** 0 where nothing varies. */
  private static double acceleration(double[]... influences) {
    double squares = 0;
    double cubes = 0;
    for (double[] sample : influences) {
      for (double u : sample) {
        squares += u * u;
        cubes += u * u * u;
      }
    }
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    return Double.isFinite(acceleration) ? acceleration : 0;
  }

  private static double rounding(double[] sample) {
    double largest = 0;
    for (double value : sample) {
      largest = Math.max(largest, Math.abs(value));
    }
    return 4 * Math.ulp(largest);
  }

  /** The statistic of the data. */
  double observed() {
    return observed;
  }

  /** The statistics of the resamples, ascending. */
  double[] sorted() {
    return sorted;
  }

  /** How fast the standard error changes with the statistic, as the jackknife estimates it. */
  double acceleration() {
    return acceleration;
  }

  /** Statistics no further apart than this are the same. */
  double rounding() {
    return rounding;
  }

  /** Whether no value was too large to be added up; NaN would come last. */
  boolean isFinite() {
    return Double.isFinite(sorted[0]) && Double.isFinite(sorted[sorted.length - 1]);
  }

  double standardError() {
    return Math.sqrt(Moments.of(sorted).variance());
  }
}

package dev.crystallize.stats;

import dev.crystallize.runtime.Pairs;
import dev.crystallize.runtime.Samples;

/** What baseline and treatment differ by in each pair. */
final class Differences {

  private final double[] values;
  private final int lost;

  Differences(double[] values, int lost) {
    this.values = values;
    this.lost = lost;
  }

  static Differences of(Samples baseline, Samples treatment) {
    Pairs pairs = baseline.pairs(treatment, Arguments.onlyMetric(baseline));
    return new Differences(pairs.differences(), pairs.lost());
  }

  /** Treatment minus baseline, by ascending replicate. */
  double[] values() {
    return values;
  }

  /** The pairs that were planned, of which at least one side has no number. */
  int lost() {
    return lost;
  }

  int n() {
    return values.length;
  }

  /** How many differences are NaN or infinite. */
  int nonFinite() {
    return NonFinite.count(values);
  }

  /** Size, mean and variance; unknown if a difference is NaN or infinite. */
  Moments moments() {
    return nonFinite() > 0 ? Moments.UNKNOWN : Moments.of(values);
  }
}

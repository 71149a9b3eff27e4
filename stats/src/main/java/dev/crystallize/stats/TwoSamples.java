package dev.crystallize.stats;

import dev.crystallize.runtime.Samples;

/** The values of both sides, each with its own replicates. */
final class TwoSamples {

  private final double[] baseline;
  private final double[] treatment;

  TwoSamples(double[] baseline, double[] treatment) {
    this.baseline = baseline;
    this.treatment = treatment;
  }

  static TwoSamples of(Samples baseline, Samples treatment) {
    return new TwoSamples(
        baseline.values(Arguments.onlyMetric(baseline)),
        treatment.values(Arguments.onlyMetric(treatment)));
  }

  double[] baseline() {
    return baseline;
  }

  double[] treatment() {
    return treatment;
  }

  /** How many values are NaN or infinite. */
  int nonFinite() {
    return NonFinite.count(baseline) + NonFinite.count(treatment);
  }

  /** Size, mean and variance of one side; unknown if a value of either is NaN or infinite. */
  Moments baselineMoments() {
    return nonFinite() > 0 ? Moments.UNKNOWN : Moments.of(baseline);
  }

  /** Like {@link #baselineMoments}. */
  Moments treatmentMoments() {
    return nonFinite() > 0 ? Moments.UNKNOWN : Moments.of(treatment);
  }

  /** Whether one side has no value at all. */
  boolean isEmpty() {
    return baseline.length == 0 || treatment.length == 0;
  }
}

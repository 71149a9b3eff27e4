package dev.crystallize.stats;

import dev.crystallize.runtime.Samples;
import java.util.List;

/** Checks of what {@code config.yaml} may set. */
final class Arguments {

  private static final int MAX_RESAMPLES = 10_000_000;

  private Arguments() {}

  /** The metric under test. */
  static String onlyMetric(Samples samples) {
    List<String> metrics = samples.metrics();
    if (metrics.size() != 1) {
      throw new IllegalArgumentException(
          "this verifier tests one metric at a time, but its group is "
              + metrics
              + "; for a test of each, write a group for each: metrics: "
              + metrics.stream().map(List::of).toList());
    }
    return metrics.get(0);
  }

  static void requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must lie between 0 and 1 (0.95 for 95 %), but is " + confidence);
    }
  }

  static void requireResamples(int resamples) {
    if (resamples < 1 || resamples > MAX_RESAMPLES) {
      throw new IllegalArgumentException(
          "resamples must lie between 1 and " + MAX_RESAMPLES + ", but is " + resamples);
    }
  }
}

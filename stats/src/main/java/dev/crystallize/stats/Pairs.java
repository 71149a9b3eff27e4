package dev.crystallize.stats;

import dev.crystallize.runtime.Samples;
import java.util.Arrays;

/** What baseline and treatment differ by in each replicate that both have. */
final class Pairs {

  private final double[] differences;
  private final int lost;

  Pairs(double[] differences, int lost) {
    this.differences = differences;
    this.lost = lost;
  }

  static Pairs of(Samples baseline, Samples treatment) {
    int[] before = baseline.replicates();
    int[] after = treatment.replicates();
    double[] x = Arguments.onlyMetric(baseline);
    double[] y = Arguments.onlyMetric(treatment);
    double[] differences = new double[Math.min(x.length, y.length)];
    int pairs = 0;
    int i = 0;
    int j = 0;
    while (i < before.length && j < after.length) {
      if (before[i] < after[j]) {
        i++;
      } else if (before[i] > after[j]) {
        j++;
      } else {
        differences[pairs++] = y[j++] - x[i++];
      }
    }
    return new Pairs(Arrays.copyOf(differences, pairs), before.length + after.length - 2 * pairs);
  }

  /** Treatment minus baseline, by ascending replicate. */
  double[] differences() {
    return differences;
  }

  /** The replicates that only one of the two has. */
  int lost() {
    return lost;
  }

  int n() {
    return differences.length;
  }

  /** How many differences are NaN or infinite. */
  int nonFinite() {
    return NonFinite.count(differences);
  }

  Moments moments() {
    return Moments.of(differences);
  }
}

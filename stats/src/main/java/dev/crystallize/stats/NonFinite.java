package dev.crystallize.stats;

/** Counts what no statistic can be computed from. */
final class NonFinite {

  private NonFinite() {}

  static int count(double[] values) {
    int count = 0;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        count++;
      }
    }
    return count;
  }
}

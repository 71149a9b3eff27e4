package dev.crystallize.stats;

/**
 * The numbers that a rank test finds.
 *
 * @param difference the estimate of Hodges and Lehmann
 * @param interval where it lies
 * @param effectSize a rank-biserial correlation
 * @param statistic the test's statistic
 * @param pValue the probability of one at least as extreme
 */
record RankTest(
    double difference, Interval interval, double effectSize, double statistic, double pValue) {

  /** There are no values, or some are not finite. */
  static final RankTest UNKNOWN =
      new RankTest(Double.NaN, Interval.UNKNOWN, Double.NaN, Double.NaN, Double.NaN);
}

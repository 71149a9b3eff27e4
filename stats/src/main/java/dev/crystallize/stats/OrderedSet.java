package dev.crystallize.stats;

import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a rank test counts, in order: all differences of two samples, or all averages of one. The
 * estimate that belongs to the test and its confidence interval are read off it.
 *
 * @param size how many there are; at least 1
 * @param ordered gives the k-th of them, from 1
 */
record OrderedSet(long size, LongToDoubleFunction ordered) {

  /** The median, which Hodges and Lehmann estimate by. */
  double median() {
    return (ordered.applyAsDouble((size + 1) / 2) + ordered.applyAsDouble(size / 2 + 1)) / 2;
  }

  /** From the one of a rank to the one that has this rank from above. */
  Interval interval(long rank) {
    return rank < 1
        ? Interval.UNBOUNDED
        : new Interval(ordered.applyAsDouble(rank), ordered.applyAsDouble(size + 1 - rank));
  }

  /**
   * Which of them ends the interval, from either side, if the test's statistic is about normal.
   *
   * @param sd the statistic's standard deviation without an effect
   * @param tail the probability on each side
   */
  long rank(double sd, double tail) {
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    return Math.round(size / 2.0 - z * sd);
  }
}

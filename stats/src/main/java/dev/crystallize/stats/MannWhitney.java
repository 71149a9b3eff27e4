package dev.crystallize.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * What the U test of Mann and Whitney (also Wilcoxon's rank sum test) found for two independent
 * samples (On a test of whether one of two random variables is stochastically larger than the
 * other, Annals of Mathematical Statistics 18, 1947, 50-60).
 *
 * <p>The p-value is exact if both sides have fewer than 50 values and no two are equal; else it is
 * that of the normal approximation with corrections for ties and continuity: R's {@code
 * wilcox.test} chooses alike. If all values are equal it is 1, and the effect 0. If a side has no
 * value, or a value is NaN or infinite, all numbers but the counts are NaN.
 *
 * @param difference the shift of Hodges and Lehmann: the median of all differences between a value
 *     of the treatment and one of the baseline, in the metric's unit (Estimates of location based
 *     on rank tests, Annals of Mathematical Statistics 34, 1963, 598-611)
 * @param ciLow the lower end of its confidence interval: an order statistic of these differences
 *     (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., 2014, section
 *     4.3); infinite if so few values cannot give the confidence asked for
 * @param ciHigh the upper end
 * @param confidence the interval's confidence level, which its real one is not below if the p-value
 *     is exact
 * @param effect the effect size's name, {@code rank_biserial}
 * @param effectSize the rank-biserial correlation 2 U / (m n) - 1, from -1 to 1: how much more
 *     often than not a value of the treatment exceeds one of the baseline; the same as Cliff's
 *     delta (Cureton, Rank-biserial correlation, Psychometrika 21, 1956, 287-290; Wendt, Dealing
 *     with a common problem in social science, European Journal of Social Psychology 2, 1972,
 *     463-465)
 * @param statistic U: in how many pairs the treatment's value is the larger, ties counting a half
 * @param pValue the probability of a U at least this extreme if both came from one distribution
 * @param method {@code exact} or {@code normal}: how p-value and interval were computed
 * @param nBaseline the baseline's independent replicates
 * @param nTreatment the treatment's
 * @param nonFinite the values that are NaN or infinite
 */
public record MannWhitney(
    double difference,
    double ciLow,
    double ciHigh,
    double confidence,
    String effect,
    double effectSize,
    double statistic,
    double pValue,
    String method,
    int nBaseline,
    int nTreatment,
    int nonFinite) {

  private static final String EFFECT = "rank_biserial";

  static MannWhitney of(TwoSamples samples, double confidence, Alternative alternative) {
    double[] x = Ranks.sorted(samples.baseline());
    double[] y = Ranks.sorted(samples.treatment());
    int nonFinite = samples.nonFinite();
    boolean exact = Ranks.isExact(x.length) && Ranks.isExact(y.length) && !Ranks.haveTies(x, y);
    if (nonFinite > 0 || samples.isEmpty()) {
      return new MannWhitney(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          confidence,
          EFFECT,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Ranks.method(exact),
          x.length,
          y.length,
          nonFinite);
    }
    MannWhitneyUTest.Result result =
        MannWhitneyUTest.withDefaults()
            .with(alternative.hypothesis())
            .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
            .test(y, x);
    long pairs = (long) x.length * y.length;
    Interval interval =
        interval(x, y, rank(x.length, y.length, exact, alternative.tail(confidence)))
            .on(alternative);
    double u = result.getStatistic();
    return new MannWhitney(
        (KthSmallest.difference(x, y, (pairs + 1) / 2)
                + KthSmallest.difference(x, y, pairs / 2 + 1))
            / 2,
        interval.low(),
        interval.high(),
        confidence,
        EFFECT,
        2 * u / pairs - 1,
        u,
        x[0] == y[y.length - 1] && y[0] == x[x.length - 1] ? 1 : Math.min(1, result.getPValue()),
        Ranks.method(exact),
        x.length,
        y.length,
        nonFinite);
  }

  private static Interval interval(double[] x, double[] y, long rank) {
    return rank < 1
        ? Interval.UNBOUNDED
        : new Interval(
            KthSmallest.difference(x, y, rank),
            KthSmallest.difference(x, y, (long) x.length * y.length + 1 - rank));
  }

  /** Which of the ordered differences ends the interval, from either side. */
  private static long rank(int m, int n, boolean exact, double tail) {
    if (exact) {
      return RankCounts.quantile(RankCounts.rankSum(m, n), tail);
    }
    double pairs = (double) m * n;
    double sd = Math.sqrt(pairs * (m + n + 1.0) / 12);
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    return Math.round(pairs / 2 - z * sd);
  }
}

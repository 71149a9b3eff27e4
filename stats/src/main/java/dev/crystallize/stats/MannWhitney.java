package dev.crystallize.stats;

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
    RankTest test =
        nonFinite > 0 || samples.isEmpty()
            ? RankTest.UNKNOWN
            : test(x, y, exact, confidence, alternative);
    return new MannWhitney(
        test.difference(),
        test.interval().low(),
        test.interval().high(),
        confidence,
        EFFECT,
        test.effectSize(),
        test.statistic(),
        test.pValue(),
        Ranks.method(exact),
        x.length,
        y.length,
        nonFinite);
  }

  private static RankTest test(
      double[] x, double[] y, boolean exact, double confidence, Alternative alternative) {
    MannWhitneyUTest.Result result =
        MannWhitneyUTest.withDefaults()
            .with(alternative.hypothesis())
            .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
            .test(y, x);
    long pairs = (long) x.length * y.length;
    OrderedSet differences = new OrderedSet(pairs, k -> KthSmallest.difference(x, y, k));
    double tail = alternative.tail(confidence);
    long rank =
        exact
            ? RankCounts.quantile(RankCounts.rankSum(x.length, y.length), tail)
            : differences.rank(Math.sqrt(pairs * (x.length + y.length + 1.0) / 12), tail);
    double u = result.getStatistic();
    boolean allEqual = x[0] == y[y.length - 1] && y[0] == x[x.length - 1];
    return new RankTest(
        differences.median(),
        differences.interval(rank).on(alternative),
        2 * u / pairs - 1,
        u,
        allEqual ? 1 : Math.min(1, result.getPValue()));
  }
}

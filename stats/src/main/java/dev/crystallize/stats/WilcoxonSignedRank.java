package dev.crystallize.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * What Wilcoxon's signed rank test found in the differences of paired replicates (Wilcoxon,
 * Individual comparisons by ranking methods, Biometrics Bulletin 1, 1945, 80-83).
 *
 * <p>Differences of zero are left out of the ranking, as by Wilcoxon. The p-value is exact for
 * fewer than 50 pairs without zeros and without ties between the sizes of differences; else it is
 * that of the normal approximation with corrections for ties and continuity: R's {@code
 * wilcox.test} chooses alike. If all differences are zero it is 1, and the effect 0. With no pairs,
 * or if a difference is NaN or infinite, all numbers but the counts are NaN.
 *
 * @param difference the pseudomedian of Hodges and Lehmann: the median of the averages of all pairs
 *     of differences (each with itself, and zeros, too), in the metric's unit (Estimates of
 *     location based on rank tests, Annals of Mathematical Statistics 34, 1963, 598-611)
 * @param ciLow the lower end of its confidence interval: an order statistic of these averages
 *     (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., 2014, section
 *     3.3); infinite if so few pairs cannot give the confidence asked for
 * @param ciHigh the upper end
 * @param confidence the interval's confidence level, which its real one is not below if the p-value
 *     is exact
 * @param effect the effect size's name, {@code matched_rank_biserial}
 * @param effectSize the matched-pairs rank-biserial correlation: the rank sum of the positive
 *     differences minus that of the negative ones, over their total, from -1 to 1 (Kerby, The
 *     simple difference formula, Comprehensive Psychology 3, 2014, 1)
 * @param statistic V: the rank sum of the positive differences
 * @param pValue the probability of a V at least this extreme if the differences were symmetric
 *     about 0
 * @param method {@code exact} or {@code normal}: how p-value and interval were computed
 * @param pairs the independent replicates that both conditions have
 * @param zeros the pairs that do not differ
 * @param lostPairs the further pairs that were planned
 * @param nonFinite the pairs whose difference is NaN or infinite
 */
public record WilcoxonSignedRank(
    double difference,
    double ciLow,
    double ciHigh,
    double confidence,
    String effect,
    double effectSize,
    double statistic,
    double pValue,
    String method,
    int pairs,
    int zeros,
    int lostPairs,
    int nonFinite) {

  private static final String EFFECT = "matched_rank_biserial";

  static WilcoxonSignedRank of(Differences pairs, double confidence, Alternative alternative) {
    double[] all = Ranks.sorted(pairs.values());
    int nonFinite = pairs.nonFinite();
    double[] ranked = Arrays.stream(all).filter(d -> d != 0).toArray();
    int zeros = all.length - ranked.length;
    boolean exact = Ranks.isExact(all.length) && zeros == 0 && !Ranks.haveTies(sizes(all));
    if (nonFinite > 0 || all.length == 0) {
      return new WilcoxonSignedRank(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          confidence,
          EFFECT,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Ranks.method(exact),
          all.length,
          zeros,
          pairs.lost(),
          nonFinite);
    }
    Test test = ranked.length == 0 ? Test.OF_ZEROS : Test.of(ranked, exact, alternative);
    Interval interval =
        interval(all, rank(all.length, exact, alternative.tail(confidence))).on(alternative);
    long averages = averages(all.length);
    return new WilcoxonSignedRank(
        (KthSmallest.walshAverage(all, (averages + 1) / 2)
                + KthSmallest.walshAverage(all, averages / 2 + 1))
            / 2,
        interval.low(),
        interval.high(),
        confidence,
        EFFECT,
        test.effect(),
        test.statistic(),
        test.pValue(),
        Ranks.method(exact),
        all.length,
        zeros,
        pairs.lost(),
        nonFinite);
  }

  private record Test(double statistic, double effect, double pValue) {

    static final Test OF_ZEROS = new Test(0, 0, 1);

    static Test of(double[] ranked, boolean exact, Alternative alternative) {
      WilcoxonSignedRankTest.Result result =
          WilcoxonSignedRankTest.withDefaults()
              .with(alternative.hypothesis())
              .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
              .test(ranked);
      double v = result.getStatistic();
      return new Test(v, 2 * v / averages(ranked.length) - 1, Math.min(1, result.getPValue()));
    }
  }

  private static Interval interval(double[] sorted, long rank) {
    return rank < 1
        ? Interval.UNBOUNDED
        : new Interval(
            KthSmallest.walshAverage(sorted, rank),
            KthSmallest.walshAverage(sorted, averages(sorted.length) + 1 - rank));
  }

  /** Which of the ordered averages ends the interval, from either side. */
  private static long rank(int n, boolean exact, double tail) {
    if (exact) {
      return RankCounts.quantile(RankCounts.signedRank(n), tail);
    }
    double averages = averages(n);
    double sd = Math.sqrt(averages * (2.0 * n + 1) / 12);
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    return Math.round(averages / 2 - z * sd);
  }

  /** The number of Walsh averages, which is also the sum of all ranks. */
  private static long averages(int n) {
    return n * (n + 1L) / 2;
  }

  private static double[] sizes(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }
}

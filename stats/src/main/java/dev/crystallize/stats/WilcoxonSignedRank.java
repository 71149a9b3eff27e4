package dev.crystallize.stats;

import java.util.Arrays;
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
    RankTest test =
        nonFinite > 0 || all.length == 0
            ? RankTest.UNKNOWN
            : test(all, ranked, exact, confidence, alternative);
    return new WilcoxonSignedRank(
        test.difference(),
        test.interval().low(),
        test.interval().high(),
        confidence,
        EFFECT,
        test.effectSize(),
        test.statistic(),
        test.pValue(),
        Ranks.method(exact),
        all.length,
        zeros,
        pairs.lost(),
        nonFinite);
  }

  private static RankTest test(
      double[] all, double[] ranked, boolean exact, double confidence, Alternative alternative) {
    OrderedSet averages =
        new OrderedSet(averages(all.length), k -> KthSmallest.walshAverage(all, k));
    double tail = alternative.tail(confidence);
    long rank =
        exact
            ? RankCounts.quantile(RankCounts.signedRank(all.length), tail)
            : averages.rank(Math.sqrt(averages.size() * (2.0 * all.length + 1) / 12), tail);
    Signs signs = ranked.length == 0 ? Signs.NONE : Signs.of(ranked, exact, alternative);
    return new RankTest(
        averages.median(),
        averages.interval(rank).on(alternative),
        signs.effect(),
        signs.statistic(),
        signs.pValue());
  }

  /** What the ranks of the differences that are not zero say. */
  private record Signs(double statistic, double effect, double pValue) {

    static final Signs NONE = new Signs(0, 0, 1);

    static Signs of(double[] ranked, boolean exact, Alternative alternative) {
      WilcoxonSignedRankTest.Result result =
          WilcoxonSignedRankTest.withDefaults()
              .with(alternative.hypothesis())
              .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
              .test(ranked);
      double v = result.getStatistic();
      return new Signs(v, 2 * v / averages(ranked.length) - 1, Math.min(1, result.getPValue()));
    }
  }

  /** The number of Walsh averages, which is also the sum of all ranks. */
  private static long averages(int n) {
    return n * (n + 1L) / 2;
  }

  private static double[] sizes(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }
}

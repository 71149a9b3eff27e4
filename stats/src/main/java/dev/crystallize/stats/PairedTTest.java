package dev.crystallize.stats;

/**
 * What Student's t-test found in the differences of paired replicates.
 *
 * <p>With one pair only the difference is known: the interval is infinite, and p-value and effect
 * are NaN. With none, or if a difference is NaN or infinite, all numbers but the counts are NaN. If
 * all differences are zero, the p-value is 1 and the effect 0; if they are all the same otherwise,
 * statistic and effect are infinite and the p-value of the alternative they speak for is 0.
 *
 * @param difference the mean of treatment minus baseline, in the metric's unit
 * @param ciLow the lower end of its confidence interval
 * @param ciHigh the upper end
 * @param confidence the interval's confidence level
 * @param effect the effect size's name, {@code cohens_dz}
 * @param effectSize Cohen's d<sub>z</sub>: the mean difference over the standard deviation of the
 *     differences (Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988,
 *     section 2.3.5)
 * @param detectableEffect the smallest d<sub>z</sub> that so many pairs find with a power of 0.8 at
 *     the level 1 - confidence; if you expect a smaller one, run more replicates
 * @param statistic Student's t
 * @param degreesOfFreedom pairs - 1; NaN for fewer than two pairs
 * @param pValue the probability of a statistic at least this extreme if there were no effect
 * @param pairs the independent replicates that both conditions have
 * @param lostPairs the further pairs that were planned
 * @param nonFinite the pairs whose difference is NaN or infinite
 */
public record PairedTTest(
    double difference,
    double ciLow,
    double ciHigh,
    double confidence,
    String effect,
    double effectSize,
    double detectableEffect,
    double statistic,
    double degreesOfFreedom,
    double pValue,
    int pairs,
    int lostPairs,
    int nonFinite) {

  static PairedTTest of(Differences pairs, double confidence, Alternative alternative) {
    Moments moments = pairs.moments();
    int n = moments.n();
    double degreesOfFreedom = n < 2 ? Double.NaN : n - 1.0;
    StudentT t = new StudentT(moments.mean(), Math.sqrt(moments.squaredError()), degreesOfFreedom);
    Interval interval = t.interval(confidence, alternative);
    return new PairedTTest(
        t.estimate(),
        interval.low(),
        interval.high(),
        confidence,
        EffectSizes.COHENS_DZ,
        EffectSizes.cohensDz(moments),
        Power.detectableByPairedTTest(n, 1 - confidence, alternative),
        t.statistic(),
        degreesOfFreedom,
        t.pValue(alternative),
        pairs.n(),
        pairs.lost(),
        pairs.nonFinite());
  }
}

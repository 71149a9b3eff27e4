package dev.crystallize.stats;

/**
 * What Welch's t-test found for two independent samples whose variances may differ (Welch, The
 * generalization of Student's problem when several different population variances are involved,
 * Biometrika 34, 1947, 28-35).
 *
 * <p>If a side has one value only the difference is known: the interval is infinite, and p-value
 * and effect are NaN. If a side has none, or a value is NaN or infinite, all numbers but the counts
 * are NaN. If neither side varies and they are equal, the p-value is 1 and the effect 0; if they
 * differ, statistic and effect are infinite and the p-value of the alternative they speak for is 0.
 *
 * @param difference the treatment's mean minus the baseline's, in the metric's unit
 * @param ciLow the lower end of its confidence interval
 * @param ciHigh the upper end
 * @param confidence the interval's confidence level
 * @param effect the effect size's name, {@code hedges_g}
 * @param effectSize Hedges' g: the difference over the pooled standard deviation, freed of its bias
 *     (Hedges, Distribution theory for Glass's estimator of effect size and related estimators,
 *     Journal of Educational Statistics 6, 1981, 107-128)
 * @param detectableEffect the smallest effect, in standard deviations, that samples of these sizes
 *     and equal variances show with a power of 0.8 at the level 1 - confidence; if you expect a
 *     smaller one, run more replicates
 * @param statistic Welch's t
 * @param degreesOfFreedom those of Welch and Satterthwaite; NaN if neither side varies
 * @param pValue the probability of a statistic at least this extreme if the means were equal
 * @param nBaseline the baseline's independent replicates
 * @param nTreatment the treatment's
 * @param nonFinite the values that are NaN or infinite
 */
public record WelchTTest(
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
    int nBaseline,
    int nTreatment,
    int nonFinite) {

  static WelchTTest of(TwoSamples samples, double confidence, Alternative alternative) {
    Moments x = samples.baselineMoments();
    Moments y = samples.treatmentMoments();
    double squaredError = x.squaredError() + y.squaredError();
    StudentT t = new StudentT(y.mean() - x.mean(), Math.sqrt(squaredError), degreesOfFreedom(x, y));
    Interval interval = t.interval(confidence, alternative);
    return new WelchTTest(
        t.estimate(),
        interval.low(),
        interval.high(),
        confidence,
        EffectSizes.HEDGES_G,
        EffectSizes.hedgesG(x, y),
        Power.detectableByTwoSampleTTest(x.n(), y.n(), 1 - confidence, alternative),
        t.statistic(),
        t.degreesOfFreedom(),
        t.pValue(alternative),
        samples.baseline().length,
        samples.treatment().length,
        samples.nonFinite());
  }

  /** By shares of the squared error, whose squares neither overflow nor vanish. */
  private static double degreesOfFreedom(Moments x, Moments y) {
    double share = x.squaredError() / (x.squaredError() + y.squaredError());
    return 1 / (share * share / (x.n() - 1) + (1 - share) * (1 - share) / (y.n() - 1));
  }
}

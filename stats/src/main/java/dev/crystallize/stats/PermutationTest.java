package dev.crystallize.stats;

import java.util.random.RandomGenerator;

/**
 * What a randomisation test of the difference of means found: it exchanges the labels of baseline
 * and treatment at random, within pairs or freely, and counts how often the difference becomes at
 * least as extreme as the observed one.
 *
 * <p>One pair alone gives a two-sided p-value of 1 and an infinite interval, as do differences that
 * are all zero a p-value of 1 and an effect of 0. If a side has no value, or a value or difference
 * is NaN or infinite, all numbers but the counts are NaN.
 *
 * @param difference the mean of treatment minus baseline, in the metric's unit
 * @param ciLow the lower end of its confidence interval: the shifts that the same relabellings
 *     would not reject, one tail each (Hartigan, Using subsample values as typical values, Journal
 *     of the American Statistical Association 64, 1969, 1303-1317); infinite if so few values
 *     cannot give the confidence asked for
 * @param ciHigh the upper end
 * @param confidence the interval's confidence level
 * @param effect the effect size's name: {@code cohens_dz} for pairs, else {@code hedges_g}
 * @param effectSize as of {@link PairedTTest} or {@link WelchTTest}
 * @param pValue (b + 1) / (m + 1) for b of m relabellings that were at least as extreme: the
 *     observed one counts, so that the level is kept exactly (Phipson and Smyth, Permutation
 *     p-values should never be zero, Statistical Applications in Genetics and Molecular Biology 9,
 *     2010, article 39)
 * @param resamples m, the number of random relabellings
 * @param nBaseline the baseline's independent replicates that were used
 * @param nTreatment the treatment's
 * @param lostPairs the further pairs that were planned; 0 unless paired
 * @param nonFinite the values, or differences of pairs, that are NaN or infinite
 */
public record PermutationTest(
    double difference,
    double ciLow,
    double ciHigh,
    double confidence,
    String effect,
    double effectSize,
    double pValue,
    int resamples,
    int nBaseline,
    int nTreatment,
    int lostPairs,
    int nonFinite) {

  static PermutationTest paired(
      Differences pairs,
      double confidence,
      Alternative alternative,
      int resamples,
      RandomGenerator random) {
    int nonFinite = pairs.nonFinite();
    boolean known = nonFinite == 0 && pairs.n() > 0;
    Moments moments = pairs.moments();
    Randomisation outcome =
        known
            ? Randomisation.of(
                new SignFlips(pairs.values()),
                confidence,
                alternative,
                resamples,
                new Draws(random))
            : Randomisation.UNKNOWN;
    return new PermutationTest(
        moments.mean(),
        outcome.interval().low(),
        outcome.interval().high(),
        confidence,
        EffectSizes.COHENS_DZ,
        EffectSizes.cohensDz(moments),
        outcome.pValue(),
        resamples,
        pairs.n(),
        pairs.n(),
        pairs.lost(),
        nonFinite);
  }

  static PermutationTest unpaired(
      TwoSamples samples,
      double confidence,
      Alternative alternative,
      int resamples,
      RandomGenerator random) {
    int nonFinite = samples.nonFinite();
    boolean known = nonFinite == 0 && !samples.isEmpty();
    double[] baseline = samples.baseline();
    double[] treatment = samples.treatment();
    Moments x = samples.baselineMoments();
    Moments y = samples.treatmentMoments();
    Randomisation outcome =
        known
            ? Randomisation.of(
                new Shuffles(baseline, treatment),
                confidence,
                alternative,
                resamples,
                new Draws(random))
            : Randomisation.UNKNOWN;
    return new PermutationTest(
        y.mean() - x.mean(),
        outcome.interval().low(),
        outcome.interval().high(),
        confidence,
        EffectSizes.HEDGES_G,
        EffectSizes.hedgesG(x, y),
        outcome.pValue(),
        resamples,
        baseline.length,
        treatment.length,
        0,
        nonFinite);
  }
}

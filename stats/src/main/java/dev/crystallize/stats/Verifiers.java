package dev.crystallize.stats;

import dev.crystallize.annotations.Param;
import dev.crystallize.annotations.Verifier;
import dev.crystallize.runtime.Samples;
import java.util.random.RandomGenerator;

/**
 * The verifiers that every {@code config.yaml} may name if this library is on the class path.
 *
 * <pre>{@code
 * hypotheses:
 *   - verifier: paired_t_test
 *     metrics: accuracy
 *     params: { alternative: greater, confidence: 0.99 }
 * }</pre>
 *
 * <p>Each compares one treatment with the baseline on one metric; for several metrics list one
 * group each: {@code metrics: [[accuracy], [f1]]}. All conditions of a replicate share their random
 * numbers, so the paired verifiers are usually the right ones and find more; the others are for
 * conditions that have nothing in common.
 *
 * <p>{@code confidence} is the level of the confidence interval, more than 0 and less than 1. An
 * {@code alternative} of {@code less} or {@code greater} (the treatment's values than the
 * baseline's) must be chosen before seeing the data; the interval then has one end. All throw
 * {@link IllegalArgumentException} for a parameter out of range and for a group of several metrics.
 */
public final class Verifiers {

  private Verifiers() {}

  /**
   * Student's t-test of paired replicates: is the mean difference zero?
   *
   * @param baseline the baseline's metric
   * @param treatment the treatment's metric
   * @param confidence the level of the confidence interval
   * @param alternative what is looked for
   * @return what was found
   */
  @Verifier("paired_t_test")
  public static PairedTTest pairedTTest(
      Samples baseline,
      Samples treatment,
      @Param(value = "confidence", defaultValue = "0.95") double confidence,
      @Param(value = "alternative", defaultValue = "two_sided") Alternative alternative) {
    Arguments.requireConfidence(confidence);
    return PairedTTest.of(Differences.of(baseline, treatment), confidence, alternative);
  }

  /**
   * Welch's t-test of two independent samples: are their means equal, whatever their variances?
   *
   * @param baseline the baseline's metric
   * @param treatment the treatment's metric
   * @param confidence the level of the confidence interval
   * @param alternative what is looked for
   * @return what was found
   */
  @Verifier("welch_t_test")
  public static WelchTTest welchTTest(
      Samples baseline,
      Samples treatment,
      @Param(value = "confidence", defaultValue = "0.95") double confidence,
      @Param(value = "alternative", defaultValue = "two_sided") Alternative alternative) {
    Arguments.requireConfidence(confidence);
    return WelchTTest.of(TwoSamples.of(baseline, treatment), confidence, alternative);
  }

  /**
   * Wilcoxon's signed rank test of paired replicates: are the differences symmetric about zero?
   *
   * @param baseline the baseline's metric
   * @param treatment the treatment's metric
   * @param confidence the level of the confidence interval
   * @param alternative what is looked for
   * @return what was found
   */
  @Verifier("wilcoxon_signed_rank")
  public static WilcoxonSignedRank wilcoxonSignedRank(
      Samples baseline,
      Samples treatment,
      @Param(value = "confidence", defaultValue = "0.95") double confidence,
      @Param(value = "alternative", defaultValue = "two_sided") Alternative alternative) {
    Arguments.requireConfidence(confidence);
    return WilcoxonSignedRank.of(Differences.of(baseline, treatment), confidence, alternative);
  }

  /**
   * The U test of Mann and Whitney of two independent samples: is a value of one side as often the
   * larger as one of the other?
   *
   * @param baseline the baseline's metric
   * @param treatment the treatment's metric
   * @param confidence the level of the confidence interval
   * @param alternative what is looked for
   * @return what was found
   */
  @Verifier("mann_whitney")
  public static MannWhitney mannWhitney(
      Samples baseline,
      Samples treatment,
      @Param(value = "confidence", defaultValue = "0.95") double confidence,
      @Param(value = "alternative", defaultValue = "two_sided") Alternative alternative) {
    Arguments.requireConfidence(confidence);
    return MannWhitney.of(TwoSamples.of(baseline, treatment), confidence, alternative);
  }

  /**
   * A randomisation test of the difference of means: would other labels show as much?
   *
   * @param baseline the baseline's metric
   * @param treatment the treatment's metric
   * @param confidence the level of the confidence interval
   * @param alternative what is looked for
   * @param paired whether labels are exchanged within pairs only (sign flips of the differences)
   * @param resamples how many random relabellings are tried, from 1 to ten million
   * @param random the source of the relabellings
   * @return what was found
   */
  @Verifier("permutation_test")
  public static PermutationTest permutationTest(
      Samples baseline,
      Samples treatment,
      @Param(value = "confidence", defaultValue = "0.95") double confidence,
      @Param(value = "alternative", defaultValue = "two_sided") Alternative alternative,
      @Param(value = "paired", defaultValue = "true") boolean paired,
      @Param(value = "resamples", defaultValue = "9999") int resamples,
      RandomGenerator random) {
    Arguments.requireConfidence(confidence);
    Arguments.requireResamples(resamples);
    return paired
        ? PermutationTest.paired(
            Differences.of(baseline, treatment), confidence, alternative, resamples, random)
        : PermutationTest.unpaired(
            TwoSamples.of(baseline, treatment), confidence, alternative, resamples, random);
  }

  /**
   * A bootstrap confidence interval of the difference of means or medians.
   *
   * @param baseline the baseline's metric
   * @param treatment the treatment's metric
   * @param confidence the level of the confidence interval
   * @param method how it is read off the resamples
   * @param statistic what is compared
   * @param paired whether the differences of pairs are resampled, or each side for itself
   * @param resamples how many samples are drawn, from 1 to ten million
   * @param random the source of the resamples
   * @return the interval, and a p-value that goes with it
   */
  @Verifier("bootstrap_ci")
  public static BootstrapInterval bootstrapCi(
      Samples baseline,
      Samples treatment,
      @Param(value = "confidence", defaultValue = "0.95") double confidence,
      @Param(value = "method", defaultValue = "bca") BootstrapMethod method,
      @Param(value = "statistic", defaultValue = "mean") Location statistic,
      @Param(value = "paired", defaultValue = "true") boolean paired,
      @Param(value = "resamples", defaultValue = "9999") int resamples,
      RandomGenerator random) {
    Arguments.requireConfidence(confidence);
    Arguments.requireResamples(resamples);
    BootstrapInterval.Settings settings =
        new BootstrapInterval.Settings(statistic, method, confidence, resamples);
    return paired
        ? BootstrapInterval.paired(Differences.of(baseline, treatment), settings, random)
        : BootstrapInterval.unpaired(TwoSamples.of(baseline, treatment), settings, random);
  }
}

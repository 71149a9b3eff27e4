package dev.crystallize.stats;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A bootstrap confidence interval of a difference (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, sections 13.3 for percentiles and 14.3 for the bias-corrected and accelerated
 * interval).
 *
 * <p>With one pair, or one value on a side, only the difference is known: the interval is infinite
 * and p-value and standard error are NaN. With none, or if a value or difference is NaN or
 * infinite, all numbers but the counts are NaN. If all differences are zero, the interval is [0,
 * 0], the p-value 1 and the effect 0.
 *
 * @param difference for pairs the mean (or median) of the differences, else the difference of the
 *     means (or medians), treatment minus baseline, in the metric's unit
 * @param ciLow the lower end of its confidence interval
 * @param ciHigh the upper end
 * @param confidence the interval's confidence level
 * @param effect the effect size's name: {@code cohens_dz} for pairs, else {@code hedges_g}
 * @param effectSize as of {@link PairedTTest} or {@link WelchTTest}
 * @param standardError the standard deviation of the resampled statistic
 * @param pValue one minus the largest confidence whose interval leaves out 0: a way to rank
 *     treatments, at least 2 / (resamples + 1)
 * @param method how the interval was read off the resamples: {@code bca} or {@code percentile}
 * @param resamples the number of resamples
 * @param nBaseline the baseline's independent replicates that were used
 * @param nTreatment the treatment's
 * @param lostPairs the further pairs that were planned; 0 unless paired
 * @param nonFinite the values, or differences of pairs, that are NaN or infinite
 */
public record BootstrapInterval(
    double difference,
    double ciLow,
    double ciHigh,
    double confidence,
    String effect,
    double effectSize,
    double standardError,
    double pValue,
    String method,
    int resamples,
    int nBaseline,
    int nTreatment,
    int lostPairs,
    int nonFinite) {

  static BootstrapInterval paired(Differences pairs, Settings settings, RandomGenerator random) {
    int nonFinite = pairs.nonFinite();
    boolean known = nonFinite == 0 && pairs.n() > 0;
    double[] differences = known ? pairs.values() : new double[0];
    Moments moments = pairs.moments();
    Outcome outcome =
        moments.n() < 2
            ? Outcome.unknown(settings.location().of(differences))
            : Outcome.of(
                Bootstrap.ofOne(
                    differences, settings.location(), settings.resamples(), new Draws(random)),
                settings);
    return outcome.with(
        settings,
        EffectSizes.COHENS_DZ,
        EffectSizes.cohensDz(moments),
        new Counts(pairs.n(), pairs.n(), pairs.lost(), nonFinite));
  }

  static BootstrapInterval unpaired(TwoSamples samples, Settings settings, RandomGenerator random) {
    int nonFinite = samples.nonFinite();
    boolean known = nonFinite == 0 && !samples.isEmpty();
    double[] baseline = known ? samples.baseline() : new double[0];
    double[] treatment = known ? samples.treatment() : new double[0];
    Location location = settings.location();
    Outcome outcome =
        Math.min(baseline.length, treatment.length) < 2
            ? Outcome.unknown(location.of(treatment) - location.of(baseline))
            : Outcome.of(
                Bootstrap.ofTwo(
                    baseline, treatment, location, settings.resamples(), new Draws(random)),
                settings);
    return outcome.with(
        settings,
        EffectSizes.HEDGES_G,
        EffectSizes.hedgesG(samples.baselineMoments(), samples.treatmentMoments()),
        new Counts(samples.baseline().length, samples.treatment().length, 0, nonFinite));
  }

  record Settings(Location location, BootstrapMethod method, double confidence, int resamples) {}

  private record Counts(int baseline, int treatment, int lost, int nonFinite) {}

  private record Outcome(
      double difference, Interval interval, double standardError, double pValue) {

    static Outcome of(Bootstrap bootstrap, Settings settings) {
      if (!bootstrap.isFinite()) {
        return unknown(Double.NaN);
      }
      BootstrapPercentiles percentiles = BootstrapPercentiles.of(bootstrap, settings.method());
      return new Outcome(
          bootstrap.observed(),
          percentiles.interval(settings.confidence()),
          bootstrap.standardError(),
          percentiles.pValue());
    }

    static Outcome unknown(double difference) {
      return new Outcome(
          difference,
          Double.isNaN(difference) ? Interval.UNKNOWN : Interval.UNBOUNDED,
          Double.NaN,
          Double.NaN);
    }

    BootstrapInterval with(Settings settings, String effect, double effectSize, Counts counts) {
      return new BootstrapInterval(
          difference,
          interval.low(),
          interval.high(),
          settings.confidence(),
          effect,
          effectSize,
          standardError,
          pValue,
          settings.method().name().toLowerCase(Locale.ROOT),
          settings.resamples(),
          counts.baseline(),
          counts.treatment(),
          counts.lost(),
          counts.nonFinite());
    }
  }
}

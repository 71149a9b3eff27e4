package dev.crystallize.stats;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How likely a t-test is to find an effect that is there, and how many replicates that takes.
 *
 * <p>Computed from the noncentral t distribution, both tails counted (Cohen, Statistical Power
 * Analysis for the Behavioral Sciences, 2nd ed., 1988, chapter 2), as by R's {@code
 * power.t.test(strict = TRUE)}. Ask it about an effect that matters to you: the power at the effect
 * that the data showed says nothing that the p-value does not (Hoenig and Heisey, The Abuse of
 * Power, The American Statistician 55, 2001, 19-24).
 *
 * <p>An effect is a difference of means in standard deviations: of the differences for pairs
 * (Cohen's d<sub>z</sub>), of the values for two samples (Cohen's d). {@code alpha} is the
 * significance level, between 0 and 1.
 */
public final class Power {

  /** The power that is customarily asked for (Cohen, 1988, section 2.4). */
  public static final double CUSTOMARY = 0.8;

  private static final int MOST = 10_000_000;
  private static final double LARGEST_EFFECT = 1e6;
  private static final double PRECISION = 1e-12;

  private Power() {}

  /**
   * The power of the paired t-test.
   *
   * @param effect the effect d<sub>z</sub>
   * @param pairs the number of pairs
   * @param alpha the significance level
   * @param alternative what the test looks for
   * @return from 0 to 1; NaN for fewer than two pairs or an effect of NaN
   */
  public static double ofPairedTTest(
      double effect, int pairs, double alpha, Alternative alternative) {
    requireProbability("alpha", alpha);
    return pairs < 2 ? Double.NaN : TTest.ofPairs(pairs, alpha, alternative).power(effect);
  }

  /**
   * The power of the t-test of two samples with equal variances. Welch's test has about the same as
   * long as the variances are alike.
   *
   * @param effect the effect d
   * @param baseline the size of one sample
   * @param treatment the size of the other
   * @param alpha the significance level
   * @param alternative what the test looks for
   * @return from 0 to 1; NaN for samples of fewer than two values or an effect of NaN
   */
  public static double ofTwoSampleTTest(
      double effect, int baseline, int treatment, double alpha, Alternative alternative) {
    requireProbability("alpha", alpha);
    if (baseline < 2 || treatment < 2) {
      return Double.NaN;
    }
    return TTest.ofSamples(baseline, treatment, alpha, alternative).power(effect);
  }

  /**
   * The fewest pairs that give a paired t-test the power asked for.
   *
   * @param effect the effect d<sub>z</sub> that is worth finding
   * @param power the power asked for
   * @param alpha the significance level
   * @param alternative what the test looks for
   * @return the number of pairs, at least 2; empty if ten million do not suffice, as for no effect
   */
  public static OptionalInt requiredPairs(
      double effect, double power, double alpha, Alternative alternative) {
    requireProbability("power", power);
    return fewest(power, n -> ofPairedTTest(effect, n, alpha, alternative));
  }

  /**
   * The fewest values on each side that give a t-test of two samples the power asked for.
   *
   * @param effect the effect d that is worth finding
   * @param power the power asked for
   * @param alpha the significance level
   * @param alternative what the test looks for
   * @return the size of each sample, at least 2; empty if ten million do not suffice
   */
  public static OptionalInt requiredPerSample(
      double effect, double power, double alpha, Alternative alternative) {
    requireProbability("power", power);
    return fewest(power, n -> ofTwoSampleTTest(effect, n, n, alpha, alternative));
  }

  /**
   * The smallest effect that a paired t-test finds with {@link #CUSTOMARY} power. If it is larger
   * than any effect one can hope for, there are too few replicates.
   *
   * @param pairs the number of pairs
   * @param alpha the significance level
   * @param alternative what the test looks for
   * @return the size of d<sub>z</sub>, positive; infinite if no effect is large enough, NaN for
   *     fewer than two pairs
   */
  public static double detectableByPairedTTest(int pairs, double alpha, Alternative alternative) {
    requireProbability("alpha", alpha);
    return pairs < 2 ? Double.NaN : smallest(TTest.ofPairs(pairs, alpha, upward(alternative)));
  }

  /**
   * The smallest effect that a t-test of two samples finds with {@link #CUSTOMARY} power.
   *
   * @param baseline the size of one sample
   * @param treatment the size of the other
   * @param alpha the significance level
   * @param alternative what the test looks for
   * @return the size of d, positive; infinite if no effect is large enough, NaN for samples of
   *     fewer than two values
   */
  public static double detectableByTwoSampleTTest(
      int baseline, int treatment, double alpha, Alternative alternative) {
    requireProbability("alpha", alpha);
    return baseline < 2 || treatment < 2
        ? Double.NaN
        : smallest(TTest.ofSamples(baseline, treatment, alpha, upward(alternative)));
  }

  /** A test that rejects beyond a critical value; an effect of 1 shifts its statistic by weight. */
  private record TTest(
      double weight, double degreesOfFreedom, double critical, Alternative alternative) {

    static TTest ofPairs(int pairs, double alpha, Alternative alternative) {
      return of(Math.sqrt(pairs), pairs - 1.0, alpha, alternative);
    }

    static TTest ofSamples(int baseline, int treatment, double alpha, Alternative alternative) {
      double total = (double) baseline + treatment;
      return of(Math.sqrt(baseline * (treatment / total)), total - 2, alpha, alternative);
    }

    private static TTest of(
        double weight, double degreesOfFreedom, double alpha, Alternative alternative) {
      double critical =
          TDistribution.of(degreesOfFreedom)
              .inverseSurvivalProbability(alternative.tail(1 - alpha));
      return new TTest(weight, degreesOfFreedom, critical, alternative);
    }

    double power(double effect) {
      if (Double.isNaN(effect)) {
        return Double.NaN;
      }
      NoncentralT t = new NoncentralT(degreesOfFreedom, effect * weight);
      return switch (alternative) {
        case TWO_SIDED -> t.survival(critical) + t.cdf(-critical);
        case LESS -> t.cdf(-critical);
        case GREATER -> t.survival(critical);
      };
    }
  }

  /** Only the size of an effect is asked for, and the tails mirror each other. */
  private static Alternative upward(Alternative alternative) {
    return alternative == Alternative.LESS ? Alternative.GREATER : alternative;
  }

  /** Power grows with n: doubles it until it suffices, then halves the gap. */
  private static OptionalInt fewest(double power, IntToDoubleFunction powerOf) {
    int high = 2;
    while (!(powerOf.applyAsDouble(high) >= power)) {
      if (high >= MOST) {
        return OptionalInt.empty();
      }
      high = Math.min(MOST, 2 * high);
    }
    int low = Math.max(1, high / 2);
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (powerOf.applyAsDouble(middle) >= power) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalInt.of(high);
  }

  private static double smallest(TTest test) {
    double high = 1;
    while (test.power(high) < CUSTOMARY) {
      if (high >= LARGEST_EFFECT) {
        return Double.POSITIVE_INFINITY;
      }
      high *= 2;
    }
    return new BrentSolver(PRECISION, PRECISION, PRECISION)
        .findRoot(effect -> test.power(effect) - CUSTOMARY, 0, high);
  }

  private static void requireProbability(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must lie between 0 and 1, but is " + value);
    }
  }
}

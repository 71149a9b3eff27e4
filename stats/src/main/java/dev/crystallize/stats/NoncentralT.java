package dev.crystallize.stats;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: what Student's t follows if there is an effect.
 *
 * <p>The sum of incomplete beta functions is that of Lenth (Algorithm AS 243: Cumulative
 * distribution function of the non-central t distribution, Applied Statistics 38, 1989, 185-189).
 * Where it would take too many terms, the normal approximation 26.7.10 of Abramowitz and Stegun
 * (Handbook of Mathematical Functions, 1964) stands in for it.
 *
 * @param degreesOfFreedom positive
 * @param noncentrality the expected value of the effect over its standard error
 */
record NoncentralT(double degreesOfFreedom, double noncentrality) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** exp(-x * x / 2) underflows beyond this. */
  private static final double LARGE = 37.6;

  private static final double MANY_DEGREES = 4e5;
  private static final double NEGLIGIBLE = 1e-16;

  /** The probability of a statistic of at most {@code t}. */
  double cdf(double t) {
    double value = t < 0 ? 1 - new NoncentralT(degreesOfFreedom, -noncentrality).upTo(-t) : upTo(t);
    return Math.min(1, Math.max(0, value));
  }

  /** The probability of a statistic above {@code t}. */
  double survival(double t) {
    return new NoncentralT(degreesOfFreedom, -noncentrality).cdf(-t);
  }

  private double upTo(double t) {
    return Math.abs(noncentrality) > LARGE || degreesOfFreedom > MANY_DEGREES
        ? approximately(t)
        : NORMAL.cumulativeProbability(-noncentrality) + series(t) / 2;
  }

  private double approximately(double t) {
    double s = 1 / (4 * degreesOfFreedom);
    return NORMAL.cumulativeProbability(
        (t * (1 - s) - noncentrality) / Math.sqrt(1 + 2 * t * t * s));
  }

  /**
   * The weights are those of a Poisson distribution, so the sum is taken from its start to where
   * what is left of them no longer counts.
   */
  private double series(double t) {
    double x = t * t / (degreesOfFreedom + t * t);
    double half = noncentrality * noncentrality / 2;
    double even = Math.exp(-half);
    double odd = noncentrality / Math.sqrt(2) * Math.exp(-half - LogGamma.value(1.5));
    double sum = 0;
    for (int j = 0; j <= half || even + Math.abs(odd) > NEGLIGIBLE; j++) {
      sum +=
          even * RegularizedBeta.value(x, j + 0.5, degreesOfFreedom / 2)
              + odd * RegularizedBeta.value(x, j + 1, degreesOfFreedom / 2);
      even *= half / (j + 1);
      odd *= half / (j + 1.5);
    }
    return sum;
  }
}

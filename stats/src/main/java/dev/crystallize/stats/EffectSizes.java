package dev.crystallize.stats;

import org.apache.commons.numbers.gamma.LogGamma;

/** Differences of means in units of a standard deviation. */
final class EffectSizes {

  static final String COHENS_DZ = "cohens_dz";
  static final String HEDGES_G = "hedges_g";

  private EffectSizes() {}

  /**
   * Cohen's d<sub>z</sub>: the mean difference in units of the differences' standard deviation
   * (Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988, section 2.3.5).
   */
  static double cohensDz(Moments differences) {
    return standardised(differences.mean(), differences.sd());
  }

  /**
   * Hedges' g: the difference of means in units of the pooled standard deviation, freed of its bias
   * (Hedges, Distribution theory for Glass's estimator of effect size and related estimators,
   * Journal of Educational Statistics 6, 1981, 107-128, with the exact factor of its equation 6e).
   */
  static double hedgesG(Moments baseline, Moments treatment) {
    int degreesOfFreedom = baseline.n() + treatment.n() - 2;
    double pooled =
        ((baseline.n() - 1) * baseline.variance() + (treatment.n() - 1) * treatment.variance())
            / degreesOfFreedom;
    double d = standardised(treatment.mean() - baseline.mean(), Math.sqrt(pooled));
    return d * biasFactor(degreesOfFreedom);
  }

  /** Hedges' J(m) = Gamma(m / 2) / (sqrt(m / 2) Gamma((m - 1) / 2)). */
  private static double biasFactor(int m) {
    return m < 2
        ? Double.NaN
        : Math.exp(LogGamma.value(m / 2.0) - LogGamma.value((m - 1) / 2.0)) / Math.sqrt(m / 2.0);
  }

  private static double standardised(double difference, double sd) {
    return difference == 0 && sd == 0 ? 0 : difference / sd;
  }
}

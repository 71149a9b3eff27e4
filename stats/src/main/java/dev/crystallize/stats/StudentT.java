package dev.crystallize.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate with its standard error, judged by Student's t distribution.
 *
 * @param estimate the difference of means
 * @param error its standard error, 0 if the data do not vary; NaN if it is not known
 * @param degreesOfFreedom NaN if they are not known
 */
record StudentT(double estimate, double error, double degreesOfFreedom) {

  /** Infinite if a difference has no spread, 0 if there is no difference either. */
  double statistic() {
    return estimate == 0 && error == 0 ? 0 : estimate / error;
  }

  /** Without any difference or spread, 1 whatever the alternative: nothing speaks for it. */
  double pValue(Alternative alternative) {
    double t = statistic();
    if (error == 0) {
      return constantPValue(alternative);
    }
    if (Double.isNaN(t) || Double.isNaN(degreesOfFreedom)) {
      return Double.NaN;
    }
    TDistribution distribution = TDistribution.of(degreesOfFreedom);
    return switch (alternative) {
      case TWO_SIDED -> 2 * distribution.survivalProbability(Math.abs(t));
      case LESS -> distribution.cumulativeProbability(t);
      case GREATER -> distribution.survivalProbability(t);
    };
  }

  private double constantPValue(Alternative alternative) {
    boolean found =
        switch (alternative) {
          case TWO_SIDED -> estimate != 0;
          case LESS -> estimate < 0;
          case GREATER -> estimate > 0;
        };
    return found ? 0 : 1;
  }

  Interval interval(double confidence, Alternative alternative) {
    if (error == 0) {
      return new Interval(estimate, estimate).on(alternative);
    }
    if (Double.isNaN(estimate)) {
      return Interval.UNKNOWN;
    }
    if (Double.isNaN(error) || Double.isNaN(degreesOfFreedom)) {
      return Interval.UNBOUNDED;
    }
    double quantile =
        TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alternative.tail(confidence));
    double reach = quantile * error;
    return new Interval(estimate - reach, estimate + reach).on(alternative);
  }
}

package dev.crystallize.stats;

import org.apache.commons.statistics.inference.AlternativeHypothesis;

/** What a test looks for, stated before the data are seen. */
public enum Alternative {
  /** The treatment differs from the baseline, in either direction. */
  TWO_SIDED(AlternativeHypothesis.TWO_SIDED),
  /** The treatment's values are lower than the baseline's. */
  LESS(AlternativeHypothesis.LESS_THAN),
  /** The treatment's values are higher than the baseline's. */
  GREATER(AlternativeHypothesis.GREATER_THAN);

  private final AlternativeHypothesis hypothesis;

  Alternative(AlternativeHypothesis hypothesis) {
    this.hypothesis = hypothesis;
  }

  AlternativeHypothesis hypothesis() {
    return hypothesis;
  }

  /** Whether an interval that belongs to this alternative ends somewhere below. */
  boolean boundsBelow() {
    return this != LESS;
  }

  /** Whether an interval that belongs to this alternative ends somewhere above. */
  boolean boundsAbove() {
    return this != GREATER;
  }

  /** The probability left outside at each end that an interval has. */
  double tail(double confidence) {
    double outside = 1 - confidence;
    return this == TWO_SIDED ? outside / 2 : outside;
  }
}

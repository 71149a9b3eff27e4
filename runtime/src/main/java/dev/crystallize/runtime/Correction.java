package dev.crystallize.runtime;

import dev.crystallize.runtime.config.HypothesisConfig;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * How p-values are corrected for the number of tests that were made: of several treatments, on
 * several metrics.
 *
 * <p>The family is all that was planned. A test whose p-value could not be computed (NaN) therefore
 * <em>counts</em>: no result becomes more significant because another one failed. Its own corrected
 * value is NaN. So the results are those of R's {@code p.adjust(p, method, n = length(p))}; without
 * its {@code n}, R would leave missing values out of the count.
 */
public enum Correction {

  /**
   * Holm's step-down procedure, which keeps the probability of even one false finding below the
   * level, whatever the tests have to do with each other (Holm, A simple sequentially rejective
   * multiple test procedure, Scandinavian Journal of Statistics 6, 1979, 65-70).
   */
  HOLM("Holm") {
    @Override
    void correct(double[] pValues, Integer[] ascending, double[] corrected) {
      int family = pValues.length;
      double largest = 0;
      for (int rank = 0; rank < family; rank++) {
        double p = pValues[ascending[rank]];
        largest = Double.isNaN(p) ? p : Math.max(largest, Math.min(1, p * (family - rank)));
        corrected[ascending[rank]] = largest;
      }
    }
  },

  /**
   * The step-up procedure of Benjamini and Hochberg, which keeps the expected share of false
   * findings among the findings below the level, for tests that are independent or depend
   * positively (Benjamini and Hochberg, Controlling the false discovery rate, Journal of the Royal
   * Statistical Society B 57, 1995, 289-300).
   */
  BENJAMINI_HOCHBERG("Benjamini and Hochberg") {
    @Override
    void correct(double[] pValues, Integer[] ascending, double[] corrected) {
      int family = pValues.length;
      double smallest = 1;
      for (int rank = family; rank > 0; rank--) {
        double p = pValues[ascending[rank - 1]];
        if (!Double.isNaN(p)) {
          smallest = Math.min(smallest, p * family / rank);
        }
        corrected[ascending[rank - 1]] = Double.isNaN(p) ? p : smallest;
      }
    }
  },

  /** None: for a single test, or tests that were planned to be judged one by one. */
  NONE("nothing") {
    @Override
    void correct(double[] pValues, Integer[] ascending, double[] corrected) {
      System.arraycopy(pValues, 0, corrected, 0, pValues.length);
    }
  };

  private final String title;

  Correction(String title) {
    this.title = title;
  }

  /**
   * Corrects a family of p-values.
   *
   * @param pValues each from 0 to 1, or NaN; left as they are
   * @return the corrected values, at the places of the given ones
   * @throws IllegalArgumentException if a value is neither from 0 to 1 nor NaN
   */
  public double[] of(double... pValues) {
    for (double p : pValues) {
      requireProbability(p);
    }
    double[] corrected = new double[pValues.length];
    correct(pValues, ascending(pValues), corrected);
    return corrected;
  }

  abstract void correct(double[] pValues, Integer[] ascending, double[] corrected);

  static void requireProbability(double p) {
    if (p < 0 || p > 1) {
      throw new IllegalArgumentException("a p-value lies between 0 and 1, but one is " + p);
    }
  }

  /** The places of the values from the smallest to the largest, NaN last. */
  private static Integer[] ascending(double[] pValues) {
    Integer[] order = new Integer[pValues.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
    return order;
  }

  /** The one that an entry of {@code hypotheses} names; Holm's if it names none. */
  static Correction of(HypothesisConfig config) {
    return config
        .correction()
        .map(given -> Correction.valueOf(given.value().toUpperCase(Locale.ROOT)))
        .orElse(HOLM);
  }

  /** Who found it. */
  String title() {
    return title;
  }

  /** As {@code config.yaml} spells it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

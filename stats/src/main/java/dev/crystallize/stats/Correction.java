package dev.crystallize.stats;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Corrects p-values for the number of tests that were made: of several treatments, on several
 * metrics.
 *
 * <p>The family is all that was planned. A test whose p-value could not be computed (NaN) therefore
 * <em>counts</em>: no result becomes more significant because another one failed. Its own corrected
 * value is NaN. So the results are those of R's {@code p.adjust(p, method, n = length(p))}; without
 * its {@code n}, R would leave missing values out of the count.
 */
public final class Correction {

  private Correction() {}

  /**
   * Holm's step-down procedure, which keeps the probability of even one false finding below the
   * level, whatever the tests have to do with each other (Holm, A simple sequentially rejective
   * multiple test procedure, Scandinavian Journal of Statistics 6, 1979, 65-70).
   *
   * @param pValues each from 0 to 1, or NaN; left as they are
   * @return the corrected values, at the places of the given ones
   * @throws IllegalArgumentException if a value is neither from 0 to 1 nor NaN
   */
  public static double[] holm(double[] pValues) {
    Integer[] order = ascending(pValues);
    int family = pValues.length;
    double[] corrected = new double[family];
    double largest = 0;
    for (int rank = 0; rank < family; rank++) {
      double p = pValues[order[rank]];
      largest = Double.isNaN(p) ? p : Math.max(largest, Math.min(1, p * (family - rank)));
      corrected[order[rank]] = largest;
    }
    return corrected;
  }

  /**
   * The step-up procedure of Benjamini and Hochberg, which keeps the expected share of false
   * findings among the findings below the level, for tests that are independent or depend
   * positively (Benjamini and Hochberg, Controlling the false discovery rate, Journal of the Royal
   * Statistical Society B 57, 1995, 289-300).
   *
   * @param pValues each from 0 to 1, or NaN; left as they are
   * @return the corrected values, at the places of the given ones
   * @throws IllegalArgumentException if a value is neither from 0 to 1 nor NaN
   */
  public static double[] benjaminiHochberg(double[] pValues) {
    Integer[] order = ascending(pValues);
    int family = pValues.length;
    double[] corrected = new double[family];
    double smallest = 1;
    for (int rank = family; rank > 0; rank--) {
      double p = pValues[order[rank - 1]];
      if (!Double.isNaN(p)) {
        smallest = Math.min(smallest, p * family / rank);
      }
      corrected[order[rank - 1]] = Double.isNaN(p) ? p : smallest;
    }
    return corrected;
  }

  /** The places of the values from the smallest to the largest, NaN last. */
  private static Integer[] ascending(double[] pValues) {
    Integer[] order = new Integer[pValues.length];
    Arrays.setAll(order, i -> i);
    for (double p : pValues) {
      if (p < 0 || p > 1) {
        throw new IllegalArgumentException("a p-value lies between 0 and 1, but one is " + p);
      }
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
    return order;
  }
}

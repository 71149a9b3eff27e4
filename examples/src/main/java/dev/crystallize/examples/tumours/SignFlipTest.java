package dev.crystallize.examples.tumours;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The two-sided paired permutation test: if the treatment changed nothing, each difference might as
 * well have had the other sign.
 *
 * <p>Up to 16 differences that are not zero, all sign patterns are counted and the p-value is
 * exact; above, {@value #DRAWS} patterns are drawn and the p-value is {@code (b + 1) / (m + 1)},
 * where {@code b} of the {@code m} drawn are at least as extreme as what was observed (B. Phipson,
 * G. Smyth, "Permutation P-values Should Never Be Zero", 2010).
 *
 * @param meanDifference the mean of treatment minus baseline
 * @param pValue how often chance alone gives a mean at least as far from 0; above 0, at most 1
 * @param pairs how many pairs were compared
 */
record SignFlipTest(double meanDifference, double pValue, int pairs) {

  private static final int DRAWS = 99_999;
  private static final int EXACT_UP_TO = 16;

  /** Sums that are equal in exact arithmetic may differ by rounding; they count as equal. */
  private static final double TOLERANCE = 1e-12;

  /**
   * Compares pairs.
   *
   * @param differences treatment minus baseline of each pair
   * @param random draws the sign patterns
   * @throws IllegalArgumentException if there are no pairs, or a difference is not finite
   */
  static SignFlipTest of(double[] differences, RandomGenerator random) {
    requireFinite(differences);
    double[] moving = Arrays.stream(differences).filter(d -> d != 0).toArray();
    double extreme = Math.abs(sum(moving)) - TOLERANCE * Arrays.stream(moving).map(Math::abs).sum();
    double p =
        moving.length <= EXACT_UP_TO ? exact(moving, extreme) : drawn(moving, extreme, random);
    return new SignFlipTest(sum(differences) / differences.length, p, differences.length);
  }

  private static void requireFinite(double[] differences) {
    if (differences.length == 0) {
      throw new IllegalArgumentException("there is no pair to compare");
    }
    for (int i = 0; i < differences.length; i++) {
      if (!Double.isFinite(differences[i])) {
        throw new IllegalArgumentException(
            "pair %d cannot be compared: its difference is %s".formatted(i, differences[i]));
      }
    }
  }

  private static double exact(double[] moving, double extreme) {
    int patterns = 1 << moving.length;
    int hits = 0;
    for (int signs = 0; signs < patterns; signs++) {
      if (Math.abs(flipped(moving, signs)) >= extreme) {
        hits++;
      }
    }
    return (double) hits / patterns;
  }

  private static double flipped(double[] moving, int signs) {
    double sum = 0;
    for (int i = 0; i < moving.length; i++) {
      sum += (signs >> i & 1) == 0 ? moving[i] : -moving[i];
    }
    return sum;
  }

  private static double drawn(double[] moving, double extreme, RandomGenerator random) {
    int hits = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (double difference : moving) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= extreme) {
        hits++;
      }
    }
    return (hits + 1.0) / (DRAWS + 1.0);
  }

  // Not DoubleStream.sum: a plain loop adds in the order of the pairs, on every JDK.
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}

package dev.crystallize.stats;

import java.util.Arrays;

/** What the two rank tests have in common. */
final class Ranks {

  /** From this size on the normal approximation is used, as by R. */
  private static final int LARGE = 50;

  private Ranks() {}

  static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  static boolean isExact(int n) {
    return n < LARGE;
  }

  static String method(boolean exact) {
    return exact ? "exact" : "normal";
  }

  /** Whether two values are equal, within a side or across. */
  static boolean haveTies(double[] x, double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    return haveTies(all);
  }

  /** Whether two values are equal. */
  static boolean haveTies(double[] values) {
    double[] sorted = sorted(values);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return true;
      }
    }
    return false;
  }
}

package dev.crystallize.stats;

import java.util.function.DoubleToLongFunction;

/**
 * Finds order statistics of all pairs of values without making the pairs.
 *
 * <p>Doubles, read as integers of the right sign, are in order; so halving the gap between the
 * smallest and the largest pair at most 64 times ends exactly at the value wanted. Rounding is
 * monotone, so what is counted is exactly what would be sorted. Time n log n, no further memory.
 */
final class KthSmallest {

  private KthSmallest() {}

  /**
   * An order statistic of the differences y - x.
   *
   * @param x ascending, not empty
   * @param y ascending, not empty
   * @param k from 1 to the number of pairs
   */
  static double difference(double[] x, double[] y, long k) {
    return find(
        y[0] - x[x.length - 1],
        y[y.length - 1] - x[0],
        k,
        value -> {
          long count = 0;
          int i = 0;
          for (double v : y) {
            while (i < x.length && v - x[i] > value) {
              i++;
            }
            count += x.length - i;
          }
          return count;
        });
  }

  /**
   * An order statistic of the Walsh averages (d[i] + d[j]) / 2 with i at most j.
   *
   * @param d ascending, not empty
   * @param k from 1 to n (n + 1) / 2
   */
  static double walshAverage(double[] d, long k) {
    return find(
        d[0],
        d[d.length - 1],
        k,
        value -> {
          long count = 0;
          int j = d.length - 1;
          for (int i = 0; i <= j; i++) {
            while (j >= i && average(d[i], d[j]) > value) {
              j--;
            }
            count += j - i + 1;
          }
          return count;
        });
  }

  /** Halves first where the sum would overflow. */
  private static double average(double a, double b) {
    double sum = a + b;
    return Double.isInfinite(sum) ? a / 2 + b / 2 : sum / 2;
  }

  private static double find(double low, double high, long k, DoubleToLongFunction countUpTo) {
    long from = ordered(low);
    long to = ordered(high);
    while (from < to) {
      long middle = (from & to) + ((from ^ to) >> 1);
      if (countUpTo.applyAsLong(unordered(middle)) >= k) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return unordered(from) + 0.0;
  }

  /** Its own inverse, but for the sign of zero. */
  private static long ordered(double value) {
    return flip(Double.doubleToLongBits(value));
  }

  private static double unordered(long bits) {
    return Double.longBitsToDouble(flip(bits));
  }

  private static long flip(long bits) {
    return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
  }
}

package dev.crystallize.runtime;

/**
 * Quantiles of Student's t distribution, for 95 % intervals.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun (eds.), Handbook of Mathematical Functions, 1964, formulas
 * 26.7.3 and 26.7.4 (the distribution for few degrees of freedom, a finite sum) and 26.7.5 (the
 * asymptotic expansion of the quantile for many). Computed with {@link StrictMath}, so that all
 * JDKs agree to the bit.
 */
final class StudentT {

  private static final int MANY = 200;
  private static final double CENTRAL = 0.95;

  /** The 0.975 quantile of the normal distribution. */
  private static final double NORMAL = 1.959963984540054;

  private StudentT() {}

  /**
   * The t with 95 % of the distribution between -t and t.
   *
   * @param degrees the degrees of freedom, at least 1
   */
  static double quantile95(int degrees) {
    return degrees > MANY ? expansion(degrees) : inverse(degrees);
  }

  private static double inverse(int degrees) {
    double low = 1;
    double high = 13;
    while (true) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (central(middle, degrees) < CENTRAL) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** How much of the distribution lies between -t and t. */
  static double central(double t, int degrees) {
    double angle = StrictMath.atan(t / StrictMath.sqrt(degrees));
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k < degrees; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    return odd ? 2 / StrictMath.PI * (angle + sine * sum) : sine * sum;
  }

  private static double expansion(int degrees) {
    double x = NORMAL;
    double x2 = x * x;
    double g1 = x * (x2 + 1) / 4;
    double g2 = x * ((5 * x2 + 16) * x2 + 3) / 96;
    double g3 = x * (((3 * x2 + 19) * x2 + 17) * x2 - 15) / 384;
    double g4 = x * ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) / 92160;
    double v = degrees;
    return x + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v;
  }
}

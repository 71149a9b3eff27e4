package dev.crystallize.stats;

/**
 * Exchanges the labels within pairs, which flips the signs of their differences: replicates are
 * paired by design, since both conditions of a replicate share their random numbers.
 */
final class SignFlips implements Relabeller {

  private final double[] differences;
  private final double total;

  SignFlips(double[] differences) {
    this.differences = differences.clone();
    double sum = 0;
    for (double d : differences) {
      sum += d;
    }
    this.total = sum;
  }

  @Override
  public double observed() {
    return total / differences.length;
  }

  @Override
  public double rounding() {
    double sizes = 0;
    for (double d : differences) {
      sizes += Math.abs(d);
    }
    return 4 * Math.ulp(1.0) * sizes;
  }

  @Override
  public Relabelling next(Draws draws) {
    double flipped = 0;
    int count = 0;
    for (double d : differences) {
      if (draws.coin()) {
        flipped += d;
        count++;
      }
    }
    double typical = count == 0 ? Double.NaN : flipped / count;
    return new Relabelling((total - 2 * flipped) / differences.length, typical);
  }
}

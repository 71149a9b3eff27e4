package dev.crystallize.stats;

/** Exchanges the labels of values of two independent samples, keeping the samples' sizes. */
final class Shuffles implements Relabeller {

  private final double[] pooled;
  private final int[] order;
  private final int nBaseline;
  private final int nTreatment;
  private final double centre;
  private final double total;
  private final double treatmentTotal;

  Shuffles(double[] baseline, double[] treatment) {
    nBaseline = baseline.length;
    nTreatment = treatment.length;
    pooled = new double[nBaseline + nTreatment];
    order = new int[pooled.length];
    centre = Moments.of(baseline).mean();
    double sum = 0;
    double treatmentSum = 0;
    for (int i = 0; i < pooled.length; i++) {
      order[i] = i;
      pooled[i] = (i < nBaseline ? baseline[i] : treatment[i - nBaseline]) - centre;
      sum += pooled[i];
      treatmentSum += i < nBaseline ? 0 : pooled[i];
    }
    total = sum;
    treatmentTotal = treatmentSum;
  }

  @Override
  public double observed() {
    return difference(treatmentTotal);
  }

  @Override
  public double rounding() {
    double sizes = 0;
    for (double value : pooled) {
      sizes += Math.abs(value);
    }
    return 4 * Math.ulp(1.0) * sizes * pooled.length / Math.min(nBaseline, nTreatment);
  }

  @Override
  public Relabelling next(Draws draws) {
    double kept = 0;
    double taken = 0;
    int exchanged = 0;
    for (int i = 0; i < nTreatment; i++) {
      int chosen = i + draws.index(order.length - i);
      int value = order[chosen];
      order[chosen] = order[i];
      order[i] = value;
      if (value < nBaseline) {
        taken += pooled[value];
        exchanged++;
      } else {
        kept += pooled[value];
      }
    }
    double typical = exchanged == 0 ? Double.NaN : (treatmentTotal - kept - taken) / exchanged;
    return new Relabelling(difference(kept + taken), typical);
  }

  private double difference(double treatmentSum) {
    return treatmentSum / nTreatment - (total - treatmentSum) / nBaseline;
  }
}

package dev.crystallize.runtime;

import java.util.Arrays;

/** The numbers of the clusters that baseline and treatment both have, position by position. */
public final class Pairs {

  private final int[] replicates;
  private final double[] baseline;
  private final double[] treatment;
  private final int lost;

  private Pairs(int[] replicates, double[] baseline, double[] treatment, int lost) {
    this.replicates = replicates;
    this.baseline = baseline;
    this.treatment = treatment;
    this.lost = lost;
  }

  /**
   * Pairs made by hand, such as for a test of a verifier.
   *
   * @param replicates the lowest replicate of each pair, ascending
   * @param baseline the baseline's number of each
   * @param treatment the treatment's number of each
   * @param lost how many further pairs were planned
   * @return the pairs
   * @throws IllegalArgumentException if the arrays differ in length or {@code lost} is negative
   */
  public static Pairs of(int[] replicates, double[] baseline, double[] treatment, int lost) {
    if (replicates.length != baseline.length || replicates.length != treatment.length || lost < 0) {
      throw new IllegalArgumentException(
          String.format(
              "no pairs: %d replicates, %d values of the baseline, %d of the treatment, %d lost",
              replicates.length, baseline.length, treatment.length, lost));
    }
    return new Pairs(replicates.clone(), baseline.clone(), treatment.clone(), lost);
  }

  /** Pairs clusters by their replicate. */
  static Pairs matching(Samples before, Samples after, String metric) {
    int[] left = before.replicates();
    int[] right = after.replicates();
    double[] baseline = before.values(metric);
    double[] treatment = after.values(metric);
    int planned = left.length + before.lost();
    int pairs = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        left[pairs] = left[i];
        baseline[pairs] = baseline[i++];
        treatment[pairs++] = treatment[j++];
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return new Pairs(
        Arrays.copyOf(left, pairs),
        Arrays.copyOf(baseline, pairs),
        Arrays.copyOf(treatment, pairs),
        planned - pairs);
  }

  /**
   * Which replicates they are.
   *
   * @return a new array: the lowest replicate of each pair's cluster, ascending
   */
  public int[] replicates() {
    return replicates.clone();
  }

  /**
   * The baseline's numbers.
   *
   * @return a new array
   */
  public double[] baseline() {
    return baseline.clone();
  }

  /**
   * The treatment's numbers.
   *
   * @return a new array
   */
  public double[] treatment() {
    return treatment.clone();
  }

  /**
   * What the treatment changed in each pair.
   *
   * @return a new array: treatment minus baseline
   */
  public double[] differences() {
    double[] differences = treatment.clone();
    Arrays.setAll(differences, i -> treatment[i] - baseline[i]);
    return differences;
  }

  /**
   * How many pairs there are: the n of a paired test.
   *
   * @return their number
   */
  public int count() {
    return replicates.length;
  }

  /**
   * How many further pairs were planned, of which at least one side has no number.
   *
   * @return their number
   */
  public int lost() {
    return lost;
  }
}

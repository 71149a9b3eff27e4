package dev.crystallize.stats;

/** A confidence interval. Where the data bound nothing, an end is infinite. */
record Interval(double low, double high) {

  /** Nothing is known about the spread, so nothing is excluded. */
  static final Interval UNBOUNDED =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** There are no data, or some are not numbers. */
  static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /** Opens the end that does not belong to a one-sided alternative. */
  Interval on(Alternative alternative) {
    return new Interval(
        alternative.boundsBelow() ? low : Double.NEGATIVE_INFINITY,
        alternative.boundsAbove() ? high : Double.POSITIVE_INFINITY);
  }
}

package dev.crystallize.runtime;

/** Where a task records its metrics. Safe for several threads. */
public interface Metrics {

  /**
   * Records a metric of this task.
   *
   * @param name letters, digits, {@code _ . - + =} and inner spaces
   * @param value any number; NaN and infinities are kept
   * @throws IllegalArgumentException if the name cannot be one, or has a value in this task already
   */
  void record(String name, double value);

  /**
   * Adds a point to a curve, such as a loss per epoch.
   *
   * @param name letters, digits, {@code _ . - + =} and inner spaces
   * @param step where on the curve, ascending
   * @param value any number; NaN and infinities are kept
   * @throws IllegalArgumentException if the name cannot be one, or the step is not above the last
   *     one
   */
  void series(String name, long step, double value);

  /**
   * Metrics for tests, which can be looked at.
   *
   * @return metrics of which none is recorded yet
   */
  static CollectedMetrics collecting() {
    return new CollectedMetrics();
  }
}

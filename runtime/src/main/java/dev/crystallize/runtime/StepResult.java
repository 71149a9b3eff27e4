package dev.crystallize.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A step's data together with metrics made by hand. The next step takes the data; the metrics are
 * recorded.
 *
 * @param data the data of the next step
 * @param metrics the metrics by name, in order
 * @param <T> the data's type
 */
public record StepResult<T>(T data, Map<String, Double> metrics) {

  /** Copies the metrics. */
  public StepResult {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Data without metrics.
   *
   * @param data the data of the next step
   * @return the result
   */
  public static <T> StepResult<T> of(T data) {
    return new StepResult<>(data, Map.of());
  }

  /**
   * The same with one more metric.
   *
   * @param name the metric's name
   * @param value any number; NaN and infinities are kept
   * @return a new result
   * @throws IllegalArgumentException if the metric is there already
   */
  public StepResult<T> metric(String name, double value) {
    Map<String, Double> more = new LinkedHashMap<>(metrics);
    if (more.put(name, value) != null) {
      throw new IllegalArgumentException("metric '" + name + "' is recorded twice");
    }
    return new StepResult<>(data, more);
  }
}

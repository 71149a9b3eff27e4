package dev.crystallize.runtime.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one task measured.
 *
 * @param metrics numbers by name in the order they were recorded; NaN and infinities are allowed
 * @param series curves by name in the order they were begun
 */
public record TaskMeasures(Map<String, Double> metrics, Map<String, MetricSeries> series) {

  /** Nothing measured. */
  public static final TaskMeasures NONE = new TaskMeasures(Map.of(), Map.of());

  /**
   * Copies the maps, keeping their order.
   *
   * @throws IllegalArgumentException if a name is no well-formed text
   */
  public TaskMeasures {
    metrics = ordered(metrics);
    series = ordered(series);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    for (String name : map.keySet()) {
      if (!WellFormed.isWellFormed(name)) {
        throw new IllegalArgumentException(
            "the metric name '" + WellFormed.text(name) + "' holds half a character");
      }
    }
    // One entry has no order to keep, and one metric is what most tasks record.
    return map.size() <= 1
        ? Map.copyOf(map)
        : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

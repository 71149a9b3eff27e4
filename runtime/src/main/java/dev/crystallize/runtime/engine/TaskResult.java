package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.MetricSeries;
import dev.crystallize.runtime.store.TaskMeasures;
import java.util.Map;

/**
 * What a pipeline returned.
 *
 * @param measures the metrics and series it recorded
 */
public record TaskResult(TaskMeasures measures) {

  /** A pass that measured nothing. */
  public static final TaskResult NOTHING = new TaskResult(TaskMeasures.NONE);

  /** A result of metrics alone, in the order of the map. */
  public static TaskResult of(Map<String, Double> metrics) {
    return new TaskResult(new TaskMeasures(metrics, Map.of()));
  }

  /** A result of metrics and series, each in the order of its map. */
  public static TaskResult of(Map<String, Double> metrics, Map<String, MetricSeries> series) {
    return new TaskResult(new TaskMeasures(metrics, series));
  }
}

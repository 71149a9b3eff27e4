package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.store.MetricSeries;
import java.util.Map;
import java.util.stream.IntStream;

/** Metrics that can be looked at, to test a step. They keep the rules of a run. */
public final class CollectedMetrics implements Metrics {

  private final MetricsRecorder recorder = new MetricsRecorder();

  CollectedMetrics() {}

  @Override
  public void record(String name, double value) {
    recorder.record(name, value);
  }

  @Override
  public void series(String name, long step, double value) {
    recorder.series(name, step, value);
  }

  /**
   * What was recorded.
   *
   * @return unmodifiable, in the order of recording
   */
  public Map<String, Double> values() {
    return recorder.result().measures().metrics();
  }

  /**
   * A metric.
   *
   * @param name its name
   * @return its value
   * @throws IllegalArgumentException if it was not recorded, with the nearest one
   */
  public double value(String name) {
    return found(name, values());
  }

  /**
   * A curve.
   *
   * @param name its name
   * @return its points
   * @throws IllegalArgumentException if it has none, with the nearest one
   */
  public Series series(String name) {
    MetricSeries curve = found(name, recorder.result().measures().series());
    return new Series(
        IntStream.range(0, curve.size()).mapToObj(curve::step).toList(),
        IntStream.range(0, curve.size()).mapToObj(curve::value).toList());
  }

  private static <V> V found(String name, Map<String, V> all) {
    V value = all.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "'" + name + "' was not recorded" + Suggestions.of(name, all.keySet()).text());
    }
    return value;
  }
}

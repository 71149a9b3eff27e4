package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.TaskResult;
import dev.crystallize.runtime.store.MetricSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects what one task measures. */
final class MetricsRecorder implements Metrics {

  private static final int LONGEST = 100;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_.+=-]([\\p{L}\\p{N}_ .+=-]*[\\p{L}\\p{N}_.+=-])?");

  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private final Map<String, Curve> series = new LinkedHashMap<>();

  @Override
  public synchronized void record(String name, double value) {
    check(name);
    if (metrics.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("metric '" + name + "' is recorded twice in one task");
    }
  }

  @Override
  public synchronized void series(String name, long step, double value) {
    if (!series.containsKey(name)) {
      check(name);
    }
    series.computeIfAbsent(name, Curve::new).add(step, value);
  }

  synchronized TaskResult result() {
    Map<String, MetricSeries> curves = new LinkedHashMap<>();
    series.forEach((name, curve) -> curves.put(name, curve.finished()));
    return TaskResult.of(metrics, curves);
  }

  private static void check(String name) {
    if (name.length() > LONGEST || !(isPlain(name) || NAME.matcher(name).matches())) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' cannot name a metric: a name has letters, digits, _ . - + = and inner spaces,"
              + " at most "
              + LONGEST);
    }
  }

  /** What most names are, told without a pattern: this runs for every metric of every task. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static final class Curve {

    private static final int FIRST_LENGTH = 16;

    private final String name;
    private long[] steps = new long[FIRST_LENGTH];
    private double[] values = new double[FIRST_LENGTH];
    private int length;

    Curve(String name) {
      this.name = name;
    }

    void add(long step, double value) {
      if (length > 0 && step <= steps[length - 1]) {
        throw new IllegalArgumentException(
            String.format(
                "step %d of series '%s' does not come after step %d",
                step, name, steps[length - 1]));
      }
      if (length == steps.length) {
        steps = Arrays.copyOf(steps, 2 * length);
        values = Arrays.copyOf(values, 2 * length);
      }
      steps[length] = step;
      values[length] = value;
      length++;
    }

    MetricSeries finished() {
      return new MetricSeries(Arrays.copyOf(steps, length), Arrays.copyOf(values, length));
    }
  }
}

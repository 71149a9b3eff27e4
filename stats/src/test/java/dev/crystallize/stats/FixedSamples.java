package dev.crystallize.stats;

import dev.crystallize.runtime.Samples;
import java.util.List;
import java.util.stream.IntStream;

/** Samples as a run would give them; every metric has the same values. */
final class FixedSamples implements Samples {

  private final String condition;
  private final List<String> metrics;
  private final int[] replicates;
  private final double[] values;
  private final int lost;

  private FixedSamples(
      String condition, List<String> metrics, int[] replicates, double[] values, int lost) {
    this.condition = condition;
    this.metrics = metrics;
    this.replicates = replicates;
    this.values = values;
    this.lost = lost;
  }

  static FixedSamples baseline(double... values) {
    return of("baseline", values);
  }

  static FixedSamples treatment(double... values) {
    return of("high_lr", values);
  }

  private static FixedSamples of(String condition, double... values) {
    int[] replicates = IntStream.range(0, values.length).toArray();
    return new FixedSamples(condition, List.of("accuracy"), replicates, values, 0);
  }

  FixedSamples ofMetrics(String... names) {
    return new FixedSamples(condition, List.of(names), replicates, values, lost);
  }

  FixedSamples ofReplicates(int... indices) {
    return new FixedSamples(condition, metrics, indices, values, lost);
  }

  /** As if so many more had been planned. */
  FixedSamples andLost(int count) {
    return new FixedSamples(condition, metrics, replicates, values, count);
  }

  @Override
  public String condition() {
    return condition;
  }

  @Override
  public List<String> metrics() {
    return metrics;
  }

  @Override
  public int[] replicates() {
    return replicates.clone();
  }

  @Override
  public int lost() {
    return lost;
  }

  @Override
  public List<String> fixedInputs() {
    return List.of();
  }

  @Override
  public double[] values(String metric) {
    return values.clone();
  }
}

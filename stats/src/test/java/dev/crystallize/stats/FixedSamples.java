package dev.crystallize.stats;

import dev.crystallize.runtime.Samples;
import java.util.List;
import java.util.stream.IntStream;

/** Samples of one metric, as a run would give them. */
final class FixedSamples implements Samples {

  private final String condition;
  private final int[] replicates;
  private final double[] values;

  private FixedSamples(String condition, int[] replicates, double[] values) {
    this.condition = condition;
    this.replicates = replicates;
    this.values = values;
  }

  static FixedSamples baseline(double... values) {
    return new FixedSamples("baseline", IntStream.range(0, values.length).toArray(), values);
  }

  static FixedSamples treatment(double... values) {
    return new FixedSamples("high_lr", IntStream.range(0, values.length).toArray(), values);
  }

  FixedSamples ofReplicates(int... indices) {
    return new FixedSamples(condition, indices, values);
  }

  @Override
  public String condition() {
    return condition;
  }

  @Override
  public List<String> metrics() {
    return List.of("accuracy");
  }

  @Override
  public int[] replicates() {
    return replicates.clone();
  }

  @Override
  public double[] values(String metric) {
    return values.clone();
  }
}

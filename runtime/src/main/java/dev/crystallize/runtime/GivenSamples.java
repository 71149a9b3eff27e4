package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Samples that somebody made up, to test a verifier. */
final class GivenSamples implements Samples {

  private final String condition;
  private final Map<String, double[]> values = new LinkedHashMap<>();
  private final int count;

  GivenSamples(String condition, Map<String, double[]> values) {
    this.condition = condition;
    values.forEach((metric, numbers) -> this.values.put(metric, numbers.clone()));
    this.count = values.values().stream().mapToInt(numbers -> numbers.length).max().orElse(0);
    values.forEach(
        (metric, numbers) -> {
          if (numbers.length != count) {
            throw new IllegalArgumentException(
                String.format(
                    "'%s' has %d values and another metric %d; give each replicate one of each",
                    metric, numbers.length, count));
          }
        });
  }

  @Override
  public String condition() {
    return condition;
  }

  @Override
  public List<String> metrics() {
    return List.copyOf(values.keySet());
  }

  @Override
  public int[] replicates() {
    return IntStream.range(0, count).toArray();
  }

  @Override
  public double[] values(String metric) {
    double[] numbers = values.get(metric);
    if (numbers == null) {
      throw new IllegalArgumentException(
          "no metric '" + metric + "'" + Suggestions.of(metric, values.keySet()).text());
    }
    return numbers.clone();
  }

  @Override
  public int lost() {
    return 0;
  }

  @Override
  public List<String> fixedInputs() {
    return List.of();
  }
}

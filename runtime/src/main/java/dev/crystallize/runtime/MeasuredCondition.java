package dev.crystallize.runtime;

import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.MetricSeries;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the replicates of one condition measured, as a document tells it. */
final class MeasuredCondition implements ConditionResults {

  private final int replicates;
  private final Set<Integer> missing;
  private final Map<String, List<Optional<Double>>> metrics;
  private final Map<String, List<Optional<MetricSeries>>> series;

  /**
   * A condition.
   *
   * @param replicates how many replicates it has
   * @param missing those that were not committed
   * @param metrics the value of each replicate, by metric in order
   * @param series the curve of each replicate, by its name in order
   * @throws IllegalArgumentException if these do not fit together
   */
  MeasuredCondition(
      int replicates,
      Collection<Integer> missing,
      Map<String, List<Optional<Double>>> metrics,
      Map<String, List<Optional<MetricSeries>>> series) {
    this.replicates = replicates;
    this.missing = Set.copyOf(new HashSet<>(missing));
    this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    this.series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    if (replicates < 0) {
      throw new IllegalArgumentException("there cannot be " + replicates + " replicates");
    }
    if (this.missing.size() != missing.size()) {
      throw new IllegalArgumentException("a replicate is missing twice: " + missing);
    }
    for (int replicate : missing) {
      if (replicate < 0 || replicate >= replicates) {
        throw new IllegalArgumentException(
            "replicate " + replicate + " cannot be missing where there are only " + replicates);
      }
    }
    metrics.forEach(this::check);
    series.forEach(this::check);
  }

  private void check(String name, List<? extends Optional<?>> values) {
    if (values.size() != replicates) {
      throw new IllegalArgumentException(
          String.format(
              "'%s' needs a value or null for each of %d replicates, not %d",
              name, replicates, values.size()));
    }
    for (int replicate : missing) {
      if (values.get(replicate).isPresent()) {
        throw new IllegalArgumentException(
            "'" + name + "' has a value of replicate " + replicate + ", which is missing");
      }
    }
  }

  @Override
  public int replicates() {
    return replicates;
  }

  @Override
  public boolean committed(int replicate) {
    return replicate >= 0 && replicate < replicates && !missing.contains(replicate);
  }

  @Override
  public boolean complete() {
    return missing.isEmpty();
  }

  @Override
  public List<String> metrics() {
    return List.copyOf(metrics.keySet());
  }

  @Override
  public OptionalDouble value(String metric, int replicate) {
    List<Optional<Double>> values = metrics.get(metric);
    return values == null || replicate >= replicates
        ? OptionalDouble.empty()
        : values.get(replicate).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  @Override
  public List<String> series() {
    return List.copyOf(series.keySet());
  }

  @Override
  public Optional<MetricSeries> series(String name, int replicate) {
    List<Optional<MetricSeries>> curves = series.get(name);
    return curves == null || replicate >= replicates ? Optional.empty() : curves.get(replicate);
  }
}

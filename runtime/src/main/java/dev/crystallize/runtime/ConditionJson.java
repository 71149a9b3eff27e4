package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.MetricSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The form that what a condition measured has in JSON. */
final class ConditionJson {

  /** A condition and, while it is written, what its numbers say. */
  record Document(ConditionResults measured, Map<String, MetricSummary> summaries) {

    static Document of(ConditionResults measured, Clusters clusters) {
      Map<String, MetricSummary> summaries = new LinkedHashMap<>();
      measured
          .metrics()
          .forEach(metric -> summaries.put(metric, MetricSummary.of(metric, measured, clusters)));
      return new Document(measured, summaries);
    }

    private Map<String, Metric> metrics() {
      Map<String, Metric> metrics = new LinkedHashMap<>();
      summaries.forEach(
          (name, summary) -> metrics.put(name, new Metric(Optional.of(summary), values(name))));
      return metrics;
    }

    private List<Optional<Double>> values(String metric) {
      return replicates()
          .mapToObj(i -> measured.value(metric, i))
          .map(ConditionJson::boxed)
          .toList();
    }

    private Map<String, List<Optional<MetricSeries>>> series() {
      Map<String, List<Optional<MetricSeries>>> series = new LinkedHashMap<>();
      measured
          .series()
          .forEach(
              name ->
                  series.put(name, replicates().mapToObj(i -> measured.series(name, i)).toList()));
      return series;
    }

    private List<Integer> missing() {
      return replicates().filter(i -> !measured.committed(i)).boxed().toList();
    }

    private IntStream replicates() {
      return IntStream.range(0, measured.replicates());
    }
  }

  /** A metric; the summary is there while it is written. */
  private record Metric(Optional<MetricSummary> summary, List<Optional<Double>> values) {

    MetricSummary written() {
      return summary.orElseThrow();
    }
  }

  private static final Codec<Metric> METRIC =
      Codec.record(
          "metric",
          fields -> {
            fields.add("mean", Codec.DOUBLE, metric -> metric.written().mean());
            fields.add("sd", Codec.DOUBLE, metric -> metric.written().sd());
            fields.add("ci", Codec.list(Codec.DOUBLE), metric -> bounds(metric.written().ci()));
            fields.add("n", Codec.INT, metric -> metric.written().n());
            fields.add("independent", Codec.INT, metric -> metric.written().independent());
            var values =
                fields.add("values", Codec.list(Codec.optional(Codec.DOUBLE)), Metric::values);
            return in -> new Metric(Optional.empty(), in.get(values));
          });

  private static final Codec<MetricSeries> SERIES =
      Codec.record(
          "curve",
          fields -> {
            var steps = fields.add("steps", Codec.LONG_ARRAY, ConditionJson::steps);
            var values = fields.add("values", Codec.DOUBLE_ARRAY, ConditionJson::values);
            return in -> new MetricSeries(in.get(steps), in.get(values));
          });

  /** A condition; what follows from the values is written, and not read. */
  static final Codec<Document> CONDITION =
      Codec.record(
          "condition",
          fields -> {
            fields.add("complete", Codec.BOOLEAN, each -> each.measured().complete());
            var replicates =
                fields.add("replicates", Codec.INT, each -> each.measured().replicates());
            var missing = fields.add("missing", Codec.list(Codec.INT), Document::missing);
            var metrics = fields.add("metrics", Codec.orderedMap(METRIC), Document::metrics);
            var series =
                fields.add(
                    "series",
                    Codec.orderedMap(Codec.list(Codec.optional(SERIES))),
                    Document::series);
            return in -> {
              Map<String, List<Optional<Double>>> values = new LinkedHashMap<>();
              in.get(metrics).forEach((name, metric) -> values.put(name, metric.values()));
              return new Document(
                  new MeasuredCondition(
                      in.get(replicates), in.get(missing), values, in.get(series)),
                  Map.of());
            };
          });

  private ConditionJson() {}

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static List<Double> bounds(ConfidenceInterval interval) {
    return List.of(interval.low(), interval.high());
  }

  private static long[] steps(MetricSeries series) {
    return IntStream.range(0, series.size()).mapToLong(series::step).toArray();
  }

  private static double[] values(MetricSeries series) {
    return IntStream.range(0, series.size()).mapToDouble(series::value).toArray();
  }
}

package dev.crystallize.runtime.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code hypothesis-metric}: what the hypotheses of a configuration say of metrics, against those
 * that its steps record. To be asked only where the steps record no other.
 *
 * @param config the configuration
 * @param names the metrics that its steps record, each once
 */
public record RecordedMetrics(ExperimentConfig config, List<String> names) {

  /** What to do where the steps record nothing, if nothing else is known of them. */
  public static final String REMEDY = "write @Metric on the step that returns it";

  /** Copies the names. */
  public RecordedMetrics {
    names = List.copyOf(names);
  }

  /**
   * Finds metrics that no step records. Where hypotheses name no other, that is one mistake.
   *
   * @param remedy what to do where the steps record nothing at all
   * @return each mistake at its place
   */
  public List<Located<Diagnostic>> unknown(String remedy) {
    Map<String, Located<String>> unknown = new LinkedHashMap<>();
    named()
        .filter(metric -> !names.contains(metric.value()))
        .forEach(metric -> unknown.putIfAbsent(metric.value(), metric));
    List<Located<String>> each = List.copyOf(unknown.values());
    boolean all = each.size() == named().map(Located::value).distinct().count();
    List<List<Located<String>>> mistakes =
        all && !each.isEmpty() ? List.of(each) : each.stream().map(List::of).toList();
    return mistakes.stream().map(metrics -> mistake(metrics, remedy)).toList();
  }

  /**
   * Finds out whether a verifier that tests one metric is given several at once.
   *
   * @param hypothesis names that verifier
   * @return the first such group at its place
   */
  public Optional<Located<Diagnostic>> together(HypothesisConfig hypothesis) {
    List<HypothesisConfig.MetricGroup> groups = hypothesis.metrics().orElse(List.of());
    if (groups.isEmpty()) {
      return names.size() > 1
          ? Optional.of(together(hypothesis, names, hypothesis.verifier().place()))
          : Optional.empty();
    }
    return groups.stream()
        .map(HypothesisConfig.MetricGroup::metrics)
        .filter(group -> group.size() > 1)
        .findFirst()
        .map(
            group ->
                together(
                    hypothesis, group.stream().map(Located::value).toList(), group.get(1).place()));
  }

  private Stream<Located<String>> named() {
    return config.hypotheses().stream()
        .flatMap(hypothesis -> hypothesis.metrics().orElse(List.of()).stream())
        .flatMap(group -> group.metrics().stream());
  }

  private Located<Diagnostic> mistake(List<Located<String>> metrics, String remedy) {
    Located<String> first = metrics.get(0);
    Diagnostic diagnostic =
        Diagnostic.of(config.folder(), Message.HYPOTHESIS_METRIC, config.name(), first.value())
            .suggesting(Suggestions.of(first.value(), names));
    return new Located<>(
        Others.added(
            names.isEmpty() ? diagnostic.withDetail(remedy) : diagnostic,
            "nor does any record",
            metrics.stream().map(Located::value).toList()),
        first.place());
  }

  private Located<Diagnostic> together(
      HypothesisConfig hypothesis, List<String> metrics, Place place) {
    return new Located<>(
        Diagnostic.of(
                config.folder(),
                Message.METRICS_TOGETHER,
                hypothesis.verifier().value(),
                Suggestion.listed(metrics))
            .withDetail(
                "for a test of each, write a group for each: metrics: "
                    + metrics.stream().map(List::of).toList()),
        place);
  }
}

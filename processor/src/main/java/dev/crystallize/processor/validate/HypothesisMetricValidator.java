package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code hypothesis-metric}: a hypothesis on a metric that no step records. */
final class HypothesisMetricValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (!Known.steps(experiment)
        || experiment.steps().stream().anyMatch(HypothesisMetricValidator::recordsByHand)) {
      return;
    }
    List<String> recorded =
        experiment.steps().stream()
            .flatMap(step -> step.method().metrics().stream())
            .map(MetricModel::name)
            .distinct()
            .toList();
    List<Located<String>> named =
        experiment.config().hypotheses().stream()
            .flatMap(hypothesis -> hypothesis.metrics().orElse(List.of()).stream())
            .flatMap(group -> group.metrics().stream())
            .toList();
    Map<String, Located<String>> unknown = new LinkedHashMap<>();
    named.stream()
        .filter(metric -> !recorded.contains(metric.value()))
        .forEach(metric -> unknown.putIfAbsent(metric.value(), metric));
    boolean allUnknown = named.stream().allMatch(metric -> unknown.containsKey(metric.value()));
    if (unknown.size() > 1 && allUnknown) {
      report(experiment, List.copyOf(unknown.values()), recorded, diagnostics);
    } else {
      unknown
          .values()
          .forEach(metric -> report(experiment, List.of(metric), recorded, diagnostics));
    }
  }

  /** Reports one mistake: where no metric is known, it is the step that lacks them all. */
  private static void report(
      ExperimentModel experiment,
      List<Located<String>> metrics,
      List<String> recorded,
      Diagnostics diagnostics) {
    Located<String> first = metrics.get(0);
    Diagnostic diagnostic = diagnostic(experiment, first, recorded);
    List<String> others = metrics.stream().skip(1).map(Located::value).toList();
    diagnostics.report(
        experiment,
        first.place(),
        others.isEmpty()
            ? diagnostic
            : diagnostic.withDetail("nor does any record: " + Suggestion.listed(others)));
  }

  /** Whether a step may record metrics whose names nobody knows before it runs. */
  private static boolean recordsByHand(StepModel step) {
    return step.method().returned() instanceof Returned.Result
        || step.method().returned() instanceof Returned.Unknown
        || (step.method().metric() && step.method().metrics().isEmpty())
        || step.method().parameters().stream()
            .anyMatch(
                parameter ->
                    parameter instanceof ParameterModel.MetricsParameter
                        || parameter instanceof ParameterModel.ContextParameter);
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment, Located<String> metric, List<String> recorded) {
    Diagnostic diagnostic =
        Diagnostic.of(
                experiment.folder(), Message.HYPOTHESIS_METRIC, experiment.name(), metric.value())
            .suggesting(Suggestions.of(metric.value(), recorded));
    return recorded.isEmpty()
        ? diagnostic.withDetail("write @Metric on the step that returns it")
        : diagnostic;
  }
}

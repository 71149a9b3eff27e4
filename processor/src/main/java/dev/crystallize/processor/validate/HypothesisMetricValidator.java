package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code hypothesis-metric}: a hypothesis on a metric that no step records. */
final class HypothesisMetricValidator implements ExperimentValidator {

  /** The roles that somebody may give a step who means {@code @Metric}. */
  private static final List<Annotation> OTHERS =
      List.of(
          Annotation.DATA_SOURCE,
          Annotation.WRITER,
          Annotation.LOADER,
          Annotation.VERIFIER,
          Annotation.RANKER,
          Annotation.RESOURCE);

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    List<Located<String>> unknown = unknown(experiment);
    if (unknown.isEmpty()) {
      return;
    }
    List<String> recorded = recorded(experiment);
    long named = metrics(experiment).map(Located::value).distinct().count();
    if (unknown.size() == named) {
      report(experiment, unknown, recorded, diagnostics);
    } else {
      unknown.forEach(metric -> report(experiment, List.of(metric), recorded, diagnostics));
    }
  }

  /** Returns whether hypotheses name metrics that no step records, which is reported here. */
  static boolean lacksMetrics(ExperimentModel experiment) {
    return !unknown(experiment).isEmpty();
  }

  /** The metrics that no step records, each once. */
  private static List<Located<String>> unknown(ExperimentModel experiment) {
    if (!Known.steps(experiment)
        || experiment.steps().stream().anyMatch(HypothesisMetricValidator::recordsByHand)
        || experiment.steps().stream().anyMatch(HypothesisMetricValidator::mayMeanMetric)) {
      return List.of();
    }
    List<String> recorded = recorded(experiment);
    Map<String, Located<String>> unknown = new LinkedHashMap<>();
    metrics(experiment)
        .filter(metric -> !recorded.contains(metric.value()))
        .forEach(metric -> unknown.putIfAbsent(metric.value(), metric));
    return List.copyOf(unknown.values());
  }

  /** What it returns goes to an output that there is not, which has been said. */
  private static boolean mayMeanMetric(StepModel step) {
    return !step.method().metric()
        && step.artifact().filter(binding -> !binding.alias().isFound()).isPresent();
  }

  /** The metrics that steps record by {@code @Metric}. */
  static List<String> recorded(ExperimentModel experiment) {
    return experiment.steps().stream()
        .flatMap(step -> step.method().metrics().stream())
        .map(MetricModel::name)
        .distinct()
        .toList();
  }

  private static Stream<Located<String>> metrics(ExperimentModel experiment) {
    return experiment.config().hypotheses().stream()
        .flatMap(hypothesis -> hypothesis.metrics().orElse(List.of()).stream())
        .flatMap(group -> group.metrics().stream());
  }

  /** Reports one mistake: where no metric is known, it is the step that lacks them all. */
  private static void report(
      ExperimentModel experiment,
      List<Located<String>> metrics,
      List<String> recorded,
      Diagnostics diagnostics) {
    Located<String> first = metrics.get(0);
    Diagnostic diagnostic = diagnostic(experiment, first, recorded);
    List<String> names = metrics.stream().map(Located::value).toList();
    diagnostics.report(
        experiment, first.place(), Others.added(diagnostic, "nor does any record", names));
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
    return recorded.isEmpty() ? diagnostic.withDetail(remedy(experiment)) : diagnostic;
  }

  private static String remedy(ExperimentModel experiment) {
    for (StepModel step : experiment.steps()) {
      MethodModel method = step.method().method();
      for (Annotation other : OTHERS) {
        if (other.isOn(method.element())) {
          return "write @Metric instead of " + other + " on " + method.display();
        }
      }
    }
    return "write @Metric on the step that returns it";
  }
}

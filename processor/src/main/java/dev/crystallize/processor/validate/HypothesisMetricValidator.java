package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.RecordedMetrics;
import java.util.List;

/** {@code hypothesis-metric}: a hypothesis on a metric that no step records. */
final class HypothesisMetricValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    unknown(experiment)
        .forEach(mistake -> diagnostics.report(experiment, mistake.place(), mistake.value()));
  }

  /** Returns whether hypotheses name metrics that no step records, which is reported here. */
  static boolean lacksMetrics(ExperimentModel experiment) {
    return !unknown(experiment).isEmpty();
  }

  /** The metrics that the steps record by {@code @Metric}. */
  static RecordedMetrics recorded(ExperimentModel experiment) {
    return new RecordedMetrics(
        experiment.config(),
        experiment.steps().stream()
            .flatMap(step -> step.method().metrics().stream())
            .map(MetricModel::name)
            .distinct()
            .toList());
  }

  private static List<Located<Diagnostic>> unknown(ExperimentModel experiment) {
    return !Known.steps(experiment)
            || experiment.steps().stream().anyMatch(step -> step.method().recordsByHand())
            || experiment.steps().stream().anyMatch(HypothesisMetricValidator::mayMeanMetric)
        ? List.of()
        : recorded(experiment).unknown(remedy(experiment));
  }

  /** What it returns goes to an output that there is not, which has been said. */
  private static boolean mayMeanMetric(StepModel step) {
    return !step.method().metric()
        && step.artifact().filter(binding -> !binding.alias().isFound()).isPresent();
  }

  private static String remedy(ExperimentModel experiment) {
    for (StepModel step : experiment.steps()) {
      MethodModel method = step.method().method();
      for (Annotation other : Annotation.OTHER_ROLES) {
        if (other.isOn(method.element())) {
          return "write @Metric instead of " + other + " on " + method.display();
        }
      }
    }
    return RecordedMetrics.REMEDY;
  }
}

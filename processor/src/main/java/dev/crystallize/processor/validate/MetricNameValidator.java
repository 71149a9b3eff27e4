package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Names;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code metric-name}: a metric that cannot be called so, or that is recorded twice in a task. */
final class MetricNameValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Map<MetricModel, List<String>> byMetric = new LinkedHashMap<>();
    Map<String, MetricModel> first = new LinkedHashMap<>();
    for (StepModel step : experiment.steps()) {
      nameOfRecord(step)
          .ifPresent(
              name ->
                  diagnostics.report(
                      diagnosticOfRecord(experiment, step, name),
                      step.method()
                          .method()
                          .place()
                          .annotation(Annotation.METRIC.canonicalName(), "value")));
      for (MetricModel metric : step.method().metrics()) {
        MetricModel known = first.computeIfAbsent(metric.name(), name -> metric);
        byMetric.computeIfAbsent(known, key -> new ArrayList<>()).add(step.name());
      }
    }
    byMetric.forEach(
        (metric, steps) -> {
          Optional<String> problem = Names.problemWith(metric.name());
          if (problem.isPresent()) {
            diagnostics.report(
                Diagnostic.of(
                    experiment.folder(), Message.METRIC_NAME, metric.name(), problem.get()),
                placeOf(metric));
          } else if (steps.size() > 1) {
            diagnostics.report(
                Diagnostic.of(
                        experiment.folder(), Message.METRIC_TWICE, metric.name(), recorders(steps))
                    .withDetail("give each another name, as in @Metric(\"...\")"),
                placeOf(metric));
          }
        });
  }

  /**
   * Returns the name that {@code @Metric} gives although the components of a record have theirs.
   */
  private static Optional<String> nameOfRecord(StepModel step) {
    return step.method().metrics().stream().anyMatch(metric -> metric.component().isPresent())
        ? Annotation.METRIC.valueOn(step.method().method().element())
        : Optional.empty();
  }

  private static Diagnostic diagnosticOfRecord(
      ExperimentModel experiment, StepModel step, String name) {
    List<String> names = step.method().metrics().stream().map(MetricModel::name).toList();
    return Diagnostic.of(
            experiment.folder(),
            Message.METRIC_NAME,
            name,
            "step '"
                + step.name()
                + "' returns a record, whose components name what it records: "
                + Suggestion.listed(names))
        .withDetail("leave the name out: @Metric");
  }

  /** A name that is not the method's own stands in the annotation. */
  private static ElementPlace placeOf(MetricModel metric) {
    ElementPlace place = metric.place();
    boolean isOwn =
        place
            .member()
            .filter(member -> SnakeCase.of(member.name()).equals(metric.name()))
            .isPresent();
    return isOwn || metric.component().isPresent() || place.annotation().isPresent()
        ? place
        : place.annotation(Annotation.METRIC.canonicalName(), "value");
  }

  private static String recorders(List<String> steps) {
    List<String> distinct = steps.stream().distinct().map(step -> "'" + step + "'").toList();
    return distinct.size() == 1
        ? "step " + distinct.get(0) + " " + steps.size() + " times"
        : "the steps " + Suggestion.listed(distinct);
  }
}

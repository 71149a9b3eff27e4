package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code generated-name-clash}: two outputs, treatments or metrics whose constants, or two
 * experiments of a graph whose results, would have one name.
 */
final class GeneratedNameClashValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    check(
        experiment,
        "output",
        experiment.outputs().stream().map(output -> output.config().alias()).toList(),
        experiment.generatedName(),
        diagnostics);
    check(
        experiment,
        "treatment",
        experiment.treatments().stream().map(treatment -> treatment.name()).toList(),
        experiment.generatedName() + ".Treatments",
        diagnostics);
    metrics(experiment, diagnostics);
    accessors(experiment, graph, diagnostics);
  }

  private static void metrics(ExperimentModel experiment, Diagnostics diagnostics) {
    Map<String, String> byConstant = new LinkedHashMap<>();
    for (StepModel step : experiment.steps()) {
      for (MetricModel metric : step.method().metrics()) {
        String constant = Identifiers.upperSnakeCase(metric.name());
        String other = byConstant.putIfAbsent(constant, metric.name());
        if (other != null && !other.equals(metric.name())) {
          diagnostics.report(
              clash(
                  experiment,
                  "metric",
                  other,
                  metric.name(),
                  constant,
                  experiment.generatedName() + ".MetricNames"),
              metric.place());
        }
      }
    }
  }

  /** Told by the experiment whose graph joins the two, not by those that read from it. */
  private static void accessors(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Map<String, GraphNode> byAccessor = new LinkedHashMap<>();
    for (GraphNode node : graph.closure(experiment)) {
      String accessor = Identifiers.camelCase(node.folder());
      GraphNode other = byAccessor.putIfAbsent(accessor, node);
      if (other != null
          && !other.name().equals(node.name())
          && !isJoinedAbove(experiment, graph, List.of(other, node))) {
        diagnostics.report(
            clash(
                experiment,
                "experiment",
                other.folder(),
                node.folder(),
                accessor,
                experiment.generatedName() + ".Results"),
            experiment.place());
      }
    }
  }

  private static boolean isJoinedAbove(
      ExperimentModel experiment, Graph graph, List<GraphNode> both) {
    List<String> names = both.stream().map(GraphNode::graphClass).toList();
    return graph.upstream(experiment).stream()
        .map(above -> graph.closure(above).stream().map(GraphNode::graphClass).toList())
        .anyMatch(above -> above.containsAll(names));
  }

  private static void check(
      ExperimentModel experiment,
      String noun,
      List<Located<String>> names,
      String type,
      Diagnostics diagnostics) {
    Map<String, String> byConstant = new LinkedHashMap<>();
    for (Located<String> name : names) {
      String constant = Identifiers.upperSnakeCase(name.value());
      String other = byConstant.putIfAbsent(constant, name.value());
      if (other != null && !other.equalsIgnoreCase(name.value())) {
        diagnostics.report(
            experiment, name.place(), clash(experiment, noun, other, name.value(), constant, type));
      }
    }
  }

  private static Diagnostic clash(
      ExperimentModel experiment,
      String noun,
      String first,
      String second,
      String name,
      String type) {
    return Diagnostic.of(
        experiment.folder(),
        Message.GENERATED_NAME_CLASH,
        "the " + noun + " '" + first + "'",
        "the " + noun + " '" + second + "'",
        name,
        type);
  }
}

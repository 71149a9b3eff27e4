package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Others;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code unknown-input}: a step that reads what is not an input of its experiment. */
final class UnknownInputValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (!Known.inputs(experiment)) {
      return;
    }
    List<Missed> missed = new ArrayList<>();
    for (StepModel step : experiment.steps()) {
      for (ParameterModel.Input input : step.method().parameters(ParameterModel.Input.class)) {
        StepModel.Binding binding = step.inputs().get(input.position());
        if (binding != null && input.declared().nameKnown()) {
          Known.unknown(binding.alias())
              .map(unknown -> new Missed(step, input, binding, unknown.name()))
              .ifPresent(missed::add);
        }
      }
    }
    if (experiment.sources().isEmpty() && !missed.isEmpty()) {
      Missed first = missed.get(0);
      Diagnostic diagnostic = diagnostic(experiment, graph, first.step(), first.name());
      List<String> names = missed.stream().map(Missed::name).toList();
      report(experiment, first, Others.added(diagnostic, "nor is there", names), diagnostics);
    } else {
      for (Missed one : missed) {
        Diagnostic diagnostic = diagnostic(experiment, graph, one.step(), one.name());
        report(experiment, one, diagnostic, diagnostics);
      }
    }
  }

  /** An input that is not there, and the parameter that reads it. */
  private record Missed(
      StepModel step, ParameterModel.Input input, StepModel.Binding binding, String name) {}

  private static void report(
      ExperimentModel experiment, Missed missed, Diagnostic diagnostic, Diagnostics diagnostics) {
    ParameterModel.Declared declared = missed.input().declared();
    ElementPlace place = Annotation.ARTIFACT.placeOf(declared.name(), declared.place());
    missed
        .binding()
        .rebound()
        .ifPresentOrElse(
            value -> diagnostics.report(experiment, value.place(), diagnostic),
            () -> diagnostics.report(diagnostic, place));
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment, Graph graph, StepModel step, String name) {
    List<String> inputs = experiment.sources().stream().map(SourceModel::alias).toList();
    Diagnostic diagnostic =
        Diagnostic.of(
                experiment.folder(), Message.UNKNOWN_INPUT, step.name(), name, experiment.name())
            .suggesting(Suggestions.of(name, inputs));
    Optional<String> elsewhere = outputElsewhere(experiment, graph, name);
    if (elsewhere.isPresent()) {
      return diagnostic.withDetail(
          "to read that of another experiment add to datasource: " + elsewhere.get());
    }
    return inputs.isEmpty()
        ? diagnostic.withDetail("'" + experiment.name() + "' has no datasource")
        : diagnostic;
  }

  private static Optional<String> outputElsewhere(
      ExperimentModel experiment, Graph graph, String name) {
    return graph.experiments().stream()
        .filter(node -> !node.equals(experiment) && node.outputAliases().contains(name))
        .map(GraphNode::name)
        .findFirst()
        .map(owner -> name + ": " + owner + "#" + name);
  }
}

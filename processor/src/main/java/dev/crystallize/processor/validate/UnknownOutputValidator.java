package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Others;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code unknown-output}: a step that writes what is not an output of its experiment. */
final class UnknownOutputValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (!Known.outputs(experiment)) {
      return;
    }
    List<Missed> missed = new ArrayList<>();
    for (StepModel step : experiment.steps()) {
      for (ParameterModel.OutputHandle handle :
          step.method().parameters(ParameterModel.OutputHandle.class)) {
        StepModel.Binding binding = step.outputs().get(handle.position());
        boolean isReported = handle.written().isEmpty(); // as output-handle
        if (binding != null && handle.declared().nameKnown() && !isReported) {
          YamlName name = handle.declared().name();
          ElementPlace place = Annotation.ARTIFACT.placeOf(name, handle.declared().place());
          Missed.of(step, binding, place, "name the parameter").ifPresent(missed::add);
        }
      }
      step.artifact()
          .flatMap(binding -> Missed.of(step, binding, placeOfArtifact(step), "name the step"))
          .ifPresent(missed::add);
    }
    if (experiment.outputs().isEmpty() && !missed.isEmpty()) {
      Missed first = missed.get(0);
      List<String> names = missed.stream().map(one -> one.unknown().name()).toList();
      Diagnostic diagnostic = Others.added(diagnostic(experiment, first), "nor is there", names);
      first.report(experiment, diagnostic, diagnostics);
    } else {
      missed.forEach(one -> one.report(experiment, diagnostic(experiment, one), diagnostics));
    }
  }

  private static ElementPlace placeOfArtifact(StepModel step) {
    YamlName artifact = step.method().artifact().orElse(step.method().method().name());
    ElementPlace place = step.method().method().place();
    return artifact.explicit().isPresent() ? Annotation.ARTIFACT.placeOf(artifact, place) : place;
  }

  /** An output that is not there, and the step that writes it. */
  private record Missed(
      StepModel step,
      StepModel.Binding binding,
      Resolution.Unknown<String> unknown,
      ElementPlace place,
      String remedy) {

    static Optional<Missed> of(
        StepModel step, StepModel.Binding binding, ElementPlace place, String remedy) {
      return Known.unknown(binding.alias())
          .map(unknown -> new Missed(step, binding, unknown, place, remedy));
    }

    void report(ExperimentModel experiment, Diagnostic diagnostic, Diagnostics diagnostics) {
      binding
          .rebound()
          .ifPresentOrElse(
              value -> diagnostics.report(experiment, value.place(), diagnostic),
              () -> diagnostics.report(diagnostic, place));
    }
  }

  private static Diagnostic diagnostic(ExperimentModel experiment, Missed missed) {
    StepModel step = missed.step();
    Resolution.Unknown<String> unknown = missed.unknown();
    List<String> outputs = experiment.outputAliases();
    Diagnostic diagnostic =
        Diagnostic.of(
                experiment.folder(),
                Message.UNKNOWN_OUTPUT,
                step.name(),
                unknown.name(),
                experiment.name())
            .suggesting(Suggestions.of(unknown.name(), outputs));
    List<String> unwritten =
        experiment.outputs().stream()
            .filter(output -> output.writes().isEmpty())
            .map(OutputModel::alias)
            .toList();
    if (outputs.isEmpty()) {
      return diagnostic.withDetail(
          "add to "
              + experiment.file().source().path()
              + ": outputs: { "
              + unknown.name()
              + ": <file name> }");
    }
    return unwritten.size() == 1
        ? diagnostic.withDetail(
            "no step writes '%s': %s so or write @Artifact(\"%s\")"
                .formatted(unwritten.get(0), missed.remedy(), unwritten.get(0)))
        : diagnostic;
  }
}

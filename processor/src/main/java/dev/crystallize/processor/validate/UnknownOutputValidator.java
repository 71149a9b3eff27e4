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
import dev.crystallize.runtime.config.Suggestions;
import java.util.List;

/** {@code unknown-output}: a step that writes what is not an output of its experiment. */
final class UnknownOutputValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (!Known.outputs(experiment)) {
      return;
    }
    for (StepModel step : experiment.steps()) {
      for (ParameterModel.OutputHandle handle :
          step.method().parameters(ParameterModel.OutputHandle.class)) {
        StepModel.Binding binding = step.outputs().get(handle.position());
        boolean isReported = handle.written().isEmpty(); // as output-handle
        if (binding != null && handle.declared().nameKnown() && !isReported) {
          YamlName name = handle.declared().name();
          ElementPlace place = Annotation.ARTIFACT.placeOf(name, handle.declared().place());
          check(experiment, step, binding, place, "name the parameter", diagnostics);
        }
      }
      YamlName artifact = step.method().artifact().orElse(step.method().method().name());
      ElementPlace place = step.method().method().place();
      step.artifact()
          .ifPresent(
              binding ->
                  check(
                      experiment,
                      step,
                      binding,
                      artifact.explicit().isPresent()
                          ? Annotation.ARTIFACT.placeOf(artifact, place)
                          : place,
                      "name the step",
                      diagnostics));
    }
  }

  private static void check(
      ExperimentModel experiment,
      StepModel step,
      StepModel.Binding binding,
      ElementPlace place,
      String remedy,
      Diagnostics diagnostics) {
    Known.unknown(binding.alias())
        .ifPresent(
            unknown -> {
              Diagnostic diagnostic = diagnostic(experiment, step, unknown, remedy);
              binding
                  .rebound()
                  .ifPresentOrElse(
                      value -> diagnostics.report(experiment, value.place(), diagnostic),
                      () -> diagnostics.report(diagnostic, place));
            });
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment,
      StepModel step,
      Resolution.Unknown<String> unknown,
      String remedy) {
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
                .formatted(unwritten.get(0), remedy, unwritten.get(0)))
        : diagnostic;
  }
}

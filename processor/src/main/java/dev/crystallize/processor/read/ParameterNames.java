package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.stream.Stream;

/** {@code parameter-name}: a class file does not tell the name of a parameter that needs one. */
final class ParameterNames {

  private ParameterNames() {}

  static void report(ExperimentModel experiment, Diagnostics diagnostics) {
    experiment.steps().stream()
        .map(step -> step.method())
        .distinct()
        .forEach(step -> check(experiment, step.method(), step.parameters(), diagnostics));
    experiment.sources().stream()
        .flatMap(ParameterNames::method)
        .distinct()
        .forEach(source -> check(experiment, source.method(), source.parameters(), diagnostics));
    experiment.hypotheses().stream()
        .flatMap(hypothesis -> hypothesis.verifier().found().stream())
        .distinct()
        .forEach(
            verifier -> check(experiment, verifier.method(), verifier.parameters(), diagnostics));
  }

  private static Stream<SourceMethod> method(SourceModel source) {
    return source.origin() instanceof SourceModel.FromMethod from
        ? from.method().found().stream()
        : Stream.empty();
  }

  private static void check(
      ExperimentModel experiment,
      MethodModel method,
      List<ParameterModel> parameters,
      Diagnostics diagnostics) {
    parameters.stream()
        .filter(parameter -> !parameter.declared().nameKnown())
        .filter(ParameterNames::needsName)
        .findFirst()
        .ifPresent(
            parameter ->
                diagnostics.report(
                    Diagnostic.of(
                        experiment.folder(),
                        Message.PARAMETER_NAME,
                        method.owner().getSimpleName().toString(),
                        method.javaName(),
                        parameter instanceof ParameterModel.Param ? "Param" : "Artifact",
                        "name"),
                    parameter.declared().place()));
  }

  private static boolean needsName(ParameterModel parameter) {
    return parameter instanceof ParameterModel.Param
        || parameter instanceof ParameterModel.Input
        || parameter instanceof ParameterModel.OutputHandle;
  }
}

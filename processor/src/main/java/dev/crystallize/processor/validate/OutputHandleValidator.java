package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import javax.lang.model.type.TypeKind;

/** {@code output-handle}: an output of which nobody knows what is written to it. */
final class OutputHandleValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (StepModel step : experiment.steps()) {
      for (ParameterModel.OutputHandle handle :
          step.method().parameters(ParameterModel.OutputHandle.class)) {
        if (handle.written().isEmpty() && handle.declared().typeKnown()) {
          diagnostics.report(
              Diagnostic.of(
                  experiment.folder(),
                  Message.OUTPUT_WITHOUT_TYPE,
                  handle.declared().name().java(),
                  step.name()),
              handle.declared().place());
        }
      }
      checkArtifact(experiment, step.method(), diagnostics);
    }
  }

  private static void checkArtifact(
      ExperimentModel experiment, StepMethod step, Diagnostics diagnostics) {
    boolean isVoid = step.method().returnType().getKind() == TypeKind.VOID;
    step.artifact()
        .filter(artifact -> isVoid)
        .ifPresent(
            artifact ->
                diagnostics.report(
                    Diagnostic.of(
                        experiment.folder(),
                        Message.VOID_ARTIFACT,
                        step.name(),
                        artifact.canonical()),
                    Annotation.ARTIFACT.placeOf(artifact, step.method().place())));
  }
}

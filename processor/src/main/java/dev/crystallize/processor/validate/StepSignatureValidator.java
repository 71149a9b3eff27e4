package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;

/** {@code step-signature}: a step with parameters or a result that it cannot be given or give. */
final class StepSignatureValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    experiment.steps().stream()
        .map(step -> step.method())
        .distinct()
        .forEach(step -> check(experiment, step, diagnostics));
  }

  private static void check(ExperimentModel experiment, StepMethod step, Diagnostics diagnostics) {
    List<ParameterModel.Unresolved> unclaimed = step.parameters(ParameterModel.Unresolved.class);
    if (unclaimed.size() > 1
        && unclaimed.stream().allMatch(parameter -> parameter.declared().typeKnown())) {
      diagnostics.report(
          secondData(experiment, step, unclaimed), unclaimed.get(1).declared().place());
    }
    if (!step.method().typesKnown()) {
      return;
    }
    if (step.returned() instanceof Returned.Unknown) {
      diagnostics.report(
          Diagnostic.of(experiment.folder(), Message.RAW_STEP_RESULT, step.name()),
          step.method().place());
    } else if (step.metric()
        && step.metrics().isEmpty()
        && !OtherRole.shouldWrite(experiment, step.method())) {
      diagnostics.report(
          Diagnostic.of(
              experiment.folder(),
              Message.METRIC_WITHOUT_NUMBER,
              step.name(),
              TypePrinter.simple(step.method().returnType())),
          step.method().place());
    }
  }

  private static Diagnostic secondData(
      ExperimentModel experiment, StepMethod step, List<ParameterModel.Unresolved> unclaimed) {
    Diagnostic diagnostic =
        Diagnostic.of(
            experiment.folder(),
            Message.SECOND_DATA,
            step.name(),
            unclaimed.get(0).declared().name().java(),
            unclaimed.get(1).declared().name().java());
    List<String> keys = ConfigKeys.of(experiment).toList();
    for (ParameterModel.Unresolved parameter : unclaimed) {
      String java = parameter.declared().name().java();
      if (keys.stream().anyMatch(parameter.declared().name()::answersTo)) {
        return diagnostic.withDetail(
            "the configuration sets '" + java + "': write @Param before it");
      }
      if (experiment.sources().stream()
          .anyMatch(source -> parameter.declared().name().answersTo(source.alias()))) {
        return diagnostic.withDetail("'" + java + "' is an input: write @Artifact before it");
      }
    }
    return diagnostic.withDetail(
        "mark the others @Param, if the configuration sets them, or @Artifact, if they are inputs");
  }
}

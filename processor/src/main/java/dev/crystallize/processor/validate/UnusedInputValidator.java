package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Flow;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;

/** {@code unused-input}: an entry of {@code datasource} that no step reads. */
final class UnusedInputValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (!Known.steps(experiment)
        || !Known.inputs(experiment)
        || !Known.reads(experiment)
        || !Known.writes(experiment)
        || isDataOfAStep(experiment)
        || mayBeMeant(experiment)) {
      return;
    }
    for (SourceModel source : experiment.sources()) {
      if (Bindings.readersOf(experiment, source.alias()).isEmpty()
          && !MissingParamValidator.isMeant(experiment, source.alias())) {
        diagnostics.report(
            experiment,
            source.config().alias().place(),
            Diagnostic.of(experiment.folder(), Message.UNUSED_INPUT, source.alias())
                .withDetail(
                    "a step reads it by a parameter marked @Artifact(\"" + source.alias() + "\")"));
      }
    }
  }

  /** A step with several parameters that are nothing else may mean any of them as an input. */
  private static boolean mayBeMeant(ExperimentModel experiment) {
    return experiment.steps().stream()
        .anyMatch(step -> !step.method().parameters(ParameterModel.Unresolved.class).isEmpty());
  }

  /** Whether a step takes what comes from the datasource, before another step made new data. */
  private static boolean isDataOfAStep(ExperimentModel experiment) {
    List<StepModel> steps = experiment.steps();
    Flow start = steps.isEmpty() ? new Flow.Nothing() : steps.get(0).incoming();
    if (start instanceof Flow.Unknown) {
      return true;
    }
    return steps.stream()
        .takeWhile(step -> step.incoming().equals(start))
        .anyMatch(UnusedInputValidator::takesData);
  }

  /** Of several candidates none is known to be the data, but one of them surely is. */
  private static boolean takesData(StepModel step) {
    return !step.method().parameters(ParameterModel.Data.class).isEmpty()
        || !step.method().parameters(ParameterModel.Unresolved.class).isEmpty();
  }
}

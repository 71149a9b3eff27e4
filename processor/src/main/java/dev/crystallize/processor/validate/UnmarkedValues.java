package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Flow;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.StepModel;

/** Parameters that are not {@code @Param}, although the configuration has a value for them. */
final class UnmarkedValues {

  private final TypeFit fit;

  UnmarkedValues(TypeFit fit) {
    this.fit = fit;
  }

  /**
   * Returns whether a key means a parameter of an experiment that is reported for what it lacks.
   */
  boolean areReported(ExperimentModel experiment, String key) {
    return experiment.steps().stream().anyMatch(step -> isReported(step, key));
  }

  /** Returns whether a key means a parameter of a step that is reported for what it lacks. */
  boolean isReported(StepModel step, String key) {
    return step.method().parameters().stream()
        .filter(parameter -> parameter.declared().name().answersTo(key))
        .anyMatch(
            parameter ->
                parameter instanceof ParameterModel.Unresolved
                    || (parameter instanceof ParameterModel.Input input
                        && !step.input(input).alias().isFound())
                    || (parameter instanceof ParameterModel.Data data && !isGiven(step, data)));
  }

  private boolean isGiven(StepModel step, ParameterModel.Data data) {
    if (step.incoming() instanceof Flow.AllInputs) {
      return fit.fits(fit.mapOfInputs(), data.type());
    }
    return step.incoming() instanceof Flow.Typed typed
        ? fit.fits(typed.type(), data.type())
        : step.incoming() instanceof Flow.Unknown;
  }
}

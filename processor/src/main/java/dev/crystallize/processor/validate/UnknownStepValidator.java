package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Message;

/** {@code unknown-step}: a name under {@code steps} that no step has. */
final class UnknownStepValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (PipelineEntry entry : experiment.pipeline()) {
      if (entry instanceof PipelineEntry.Unresolved unresolved) {
        Known.unknown(unresolved.name())
            .flatMap(
                name -> UnknownName.of(experiment, Message.UNKNOWN_STEP, Annotation.STEP, name))
            .ifPresent(
                diagnostic ->
                    diagnostics.report(experiment, unresolved.config().name().place(), diagnostic));
      }
    }
  }
}

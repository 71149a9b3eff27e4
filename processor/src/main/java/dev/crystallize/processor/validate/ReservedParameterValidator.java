package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.ReservedKeys;

/** {@code reserved-key}: a parameter called like something that every task is given anyway. */
final class ReservedParameterValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (ParamUse use : ParamUse.inTasks(experiment)) {
      ParameterModel.Declared declared = use.param().declared();
      if (declared.nameKnown()) {
        ReservedKeys.reasonAgainst(use.key())
            .ifPresent(
                reason ->
                    diagnostics.report(
                        Diagnostic.of(experiment.folder(), Message.RESERVED_KEY, use.key(), reason),
                        Annotation.PARAM.placeOf(declared.name(), declared.place())));
      }
    }
  }
}

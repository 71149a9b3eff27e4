package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ambiguous-name}: steps of one name in an experiment whose configuration lists none, so
 * that all of its class are its steps.
 */
final class OverloadedStepValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (experiment.config().steps().isPresent()) {
      return;
    }
    Map<String, List<MethodModel>> byName = new LinkedHashMap<>();
    for (StepModel step : experiment.steps()) {
      byName.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step.method().method());
    }
    byName.forEach(
        (name, methods) -> {
          if (methods.size() > 1) {
            diagnostics.report(
                Diagnostic.of(
                    experiment.folder(),
                    Message.AMBIGUOUS_NAME,
                    Annotation.STEP.noun(),
                    name,
                    MethodText.listed(methods)),
                methods.get(1).place());
          }
        });
  }
}

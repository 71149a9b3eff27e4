package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.Set;

/** {@code unused-step}: a step that no experiment of its class lists. */
final class UnusedStepValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<RootClasses.Role> used = RootClasses.used(graph);
    for (List<ExperimentModel> experiments : RootClasses.of(graph)) {
      if (experiments.stream().allMatch(Known::steps)) {
        ExperimentModel first = experiments.get(0);
        for (StepMethod step : first.scope().steps()) {
          if (step.method().inRoot()
              && !used.contains(new RootClasses.Role(Annotation.STEP, step.method().element()))
              && experiments.stream()
                  .noneMatch(one -> OtherRole.isMeant(graph, one, step.method()))) {
            diagnostics.report(
                Diagnostic.of(
                    first.folder(),
                    Message.UNUSED_STEP,
                    first.root().getSimpleName().toString(),
                    step.name()),
                step.method().place());
          }
        }
      }
    }
  }
}

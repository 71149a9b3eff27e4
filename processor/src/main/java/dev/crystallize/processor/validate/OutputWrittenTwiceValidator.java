package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestion;
import java.util.List;

/** {@code output-written-twice}: an output that is written more than once in a task. */
final class OutputWrittenTwiceValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (OutputModel output : experiment.outputs()) {
      if (output.writes().size() > 1) {
        List<String> steps =
            output.writes().stream().map(write -> "'" + write.name() + "'").toList();
        String names =
            steps.stream().distinct().count() == 1
                ? "step " + steps.get(0) + " " + steps.size() + " times"
                : "the steps " + Suggestion.listed(steps);
        diagnostics.report(
            experiment,
            output.config().alias().place(),
            Diagnostic.of(experiment.folder(), Message.OUTPUT_WRITTEN_TWICE, output.alias(), names)
                .withDetail(
                    "give each an output of its own; a step's map rebinds one,"
                        + " as in { step: { parameter: other_output } }"));
      }
    }
  }
}

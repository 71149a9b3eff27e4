package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;

/** {@code unknown-writer}: a {@code writer} of an output that no writer is called. */
final class UnknownWriterValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (OutputModel output : experiment.outputs()) {
      if (output.writer() instanceof FormatModel.Unresolved unresolved) {
        Located<String> written = output.config().writer().orElse(output.config().alias());
        Known.unknown(unresolved.name())
            .flatMap(
                name -> UnknownName.of(experiment, Message.UNKNOWN_WRITER, Annotation.WRITER, name))
            .ifPresent(diagnostic -> diagnostics.report(experiment, written.place(), diagnostic));
      }
    }
  }
}

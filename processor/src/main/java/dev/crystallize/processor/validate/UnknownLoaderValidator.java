package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;

/** {@code unknown-loader}: a {@code loader} of an output that no loader is called. */
final class UnknownLoaderValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (OutputModel output : experiment.outputs()) {
      if (output.loader() instanceof FormatModel.Unresolved unresolved) {
        Located<String> read = output.config().loader().orElse(output.config().alias());
        Known.unknown(unresolved.name())
            .flatMap(
                name -> UnknownName.of(experiment, Message.UNKNOWN_LOADER, Annotation.LOADER, name))
            .ifPresent(diagnostic -> diagnostics.report(experiment, read.place(), diagnostic));
      }
    }
  }
}

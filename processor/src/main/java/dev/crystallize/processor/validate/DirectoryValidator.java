package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import java.util.Optional;

/**
 * {@code writer-signature} and {@code loader-signature}: an output that is a directory, and a
 * writer or loader that takes a single file for it. The mistake is that of the name, if there is
 * one, else of the kind.
 */
final class DirectoryValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (OutputModel output : experiment.outputs()) {
      if (output.isDirectory()) {
        ofFile(output.writer())
            .ifPresent(
                writer ->
                    report(
                        experiment,
                        output,
                        output.config().writer(),
                        Message.DIRECTORY_WRITER,
                        writer,
                        diagnostics));
        ofFile(output.loader())
            .ifPresent(
                loader ->
                    report(
                        experiment,
                        output,
                        output.config().loader(),
                        Message.DIRECTORY_LOADER,
                        loader,
                        diagnostics));
      }
    }
  }

  private static Optional<String> ofFile(FormatModel format) {
    if (format instanceof FormatModel.ByMethod byMethod) {
      FormatMethod method = byMethod.method();
      return method
          .shape()
          .filter(shape -> shape != FormatMethod.Shape.FILE)
          .map(shape -> MethodText.withTypes(method.method()));
    }
    if (format instanceof FormatModel.Plain plain) {
      return ofFile(plain.form());
    }
    return format instanceof FormatModel.ByCodec ? Optional.of("'json'") : Optional.empty();
  }

  private static Optional<String> ofFile(PlainForm form) {
    return switch (form) {
      case BYTES -> Optional.of("'bytes'");
      case TEXT -> Optional.of("'text'");
      case FILE -> Optional.empty();
    };
  }

  private static void report(
      ExperimentModel experiment,
      OutputModel output,
      Optional<Located<String>> name,
      Message message,
      String method,
      Diagnostics diagnostics) {
    Place place =
        name.map(Located::place)
            .or(() -> output.config().declaredKind().map(Located::place))
            .orElse(output.config().alias().place());
    diagnostics.report(
        experiment, place, Diagnostic.of(experiment.folder(), message, output.alias(), method));
  }
}

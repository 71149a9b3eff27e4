package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.LoaderMethod;
import dev.crystallize.processor.model.LoaderModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.processor.model.WriterMethod;
import dev.crystallize.processor.model.WriterModel;
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

  private static Optional<String> ofFile(WriterModel writer) {
    if (writer instanceof WriterModel.ByMethod byMethod) {
      WriterMethod method = byMethod.method();
      return method
          .shape()
          .filter(shape -> shape != WriterMethod.Shape.FILE)
          .map(shape -> MethodText.withTypes(method.method()));
    }
    return writer instanceof WriterModel.Plain plain
        ? ofFile(plain.form())
        : json(writer instanceof WriterModel.ByCodec);
  }

  private static Optional<String> ofFile(LoaderModel loader) {
    if (loader instanceof LoaderModel.ByMethod byMethod) {
      LoaderMethod method = byMethod.method();
      return method
          .shape()
          .filter(shape -> shape != LoaderMethod.Shape.FILE)
          .map(shape -> MethodText.withTypes(method.method()));
    }
    return loader instanceof LoaderModel.Plain plain
        ? ofFile(plain.form())
        : json(loader instanceof LoaderModel.ByCodec);
  }

  private static Optional<String> ofFile(PlainForm form) {
    return switch (form) {
      case BYTES -> Optional.of("'bytes'");
      case TEXT -> Optional.of("'text'");
      case FILE -> Optional.empty();
    };
  }

  private static Optional<String> json(boolean byCodec) {
    return byCodec ? Optional.of("'json'") : Optional.empty();
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

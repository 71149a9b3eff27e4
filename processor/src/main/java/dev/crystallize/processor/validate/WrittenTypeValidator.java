package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import javax.lang.model.type.TypeMirror;

/** {@code artifact-type}: a step that writes what its output's writer does not take. */
final class WrittenTypeValidator implements ExperimentValidator {

  private final TypeFit fit;

  WrittenTypeValidator(TypeFit fit) {
    this.fit = fit;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (OutputModel output : experiment.outputs()) {
      for (OutputModel.Write write : output.writes()) {
        write.type().ifPresent(type -> check(experiment, output, write, type, diagnostics));
      }
    }
  }

  private void check(
      ExperimentModel experiment,
      OutputModel output,
      OutputModel.Write write,
      TypeMirror given,
      Diagnostics diagnostics) {
    if (output.writer() instanceof FormatModel.ByMethod writer) {
      writer
          .method()
          .type()
          .filter(taken -> !fit.fits(given, taken) && !fit.hasTypeVariable(taken))
          .ifPresent(
              taken -> {
                TypePrinter printer = TypePrinter.of(given, taken);
                report(
                    experiment,
                    output,
                    write,
                    printer.print(given),
                    MethodText.withTypes(writer.method().method()),
                    printer.print(taken),
                    diagnostics);
              });
    } else if (output.writer() instanceof FormatModel.Plain plain
        && !fit.isUnknown(given)
        && !TypePrinter.qualified(given).equals(PlainForms.type(plain.form()))) {
      report(
          experiment,
          output,
          write,
          TypePrinter.simple(given),
          "'" + PlainForms.name(plain.form()) + "'",
          PlainForms.simpleType(plain.form()),
          diagnostics);
    }
  }

  private static void report(
      ExperimentModel experiment,
      OutputModel output,
      OutputModel.Write write,
      String given,
      String writer,
      String wanted,
      Diagnostics diagnostics) {
    diagnostics.report(
        Diagnostic.of(
            experiment.folder(),
            Message.WRITER_TYPE,
            write.name(),
            given,
            output.alias(),
            writer,
            wanted),
        write.place());
  }

  /** What the built-in forms are called and hold. */
  private static final class PlainForms {

    static String name(PlainForm form) {
      return switch (form) {
        case BYTES -> "bytes";
        case TEXT -> "text";
        case FILE -> "file";
      };
    }

    static String type(PlainForm form) {
      return switch (form) {
        case BYTES -> "byte[]";
        case TEXT -> "java.lang.String";
        case FILE -> "java.nio.file.Path";
      };
    }

    static String simpleType(PlainForm form) {
      return type(form).substring(type(form).lastIndexOf('.') + 1);
    }
  }
}

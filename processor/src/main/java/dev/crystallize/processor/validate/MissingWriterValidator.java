package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** {@code missing-writer}: an output of a type that neither a writer nor a codec can write. */
final class MissingWriterValidator implements ExperimentValidator {

  private final TypeFit fit;

  MissingWriterValidator(TypeFit fit) {
    this.fit = fit;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (OutputModel output : experiment.outputs()) {
      if (output.writer() instanceof FormatModel.Missing missing
          && !missing.why().unknownType()
          && !output.writes().isEmpty()) {
        TypeMirror written = output.written().orElse(missing.why().type());
        if (!fit.hasTypeVariable(written)) {
          diagnostics.report(
              diagnostic(experiment, output, missing, written), output.writes().get(0).place());
        }
      }
    }
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment,
      OutputModel output,
      FormatModel.Missing missing,
      TypeMirror written) {
    TypePrinter printer = TypePrinter.of(written, missing.why().type());
    String type = printer.print(written);
    Diagnostic diagnostic =
        Diagnostic.of(
                experiment.folder(),
                Message.MISSING_WRITER,
                type,
                output.alias(),
                experiment.name())
            .withDetail(
                output.isDirectory()
                    ? "no file is written for it, since '" + output.alias() + "' is a directory"
                    : "no JSON is generated for it: "
                        + printer.print(missing.why().type())
                        + " "
                        + missing.why().reason())
            .withDetail(
                FormatShape.unmarkedWriter(experiment, written)
                    .map(method -> unmarked(experiment, method, Annotation.WRITER))
                    .orElseGet(
                        () ->
                            "add to "
                                + experiment.root().getSimpleName()
                                + ": @Writer static void write"
                                + suffix(type)
                                + "("
                                + type
                                + (output.isDirectory()
                                    ? " value, Path directory)"
                                    : " value, OutputStream out)")));
    return output.loader() instanceof FormatModel.Missing
            && FormatShape.unmarkedLoader(experiment, written).isEmpty()
        ? diagnostic.withDetail("and, for whoever reads it back: " + loaderFor(type))
        : diagnostic;
  }

  /** Returns what to say of a method that only lacks its annotation. */
  static String unmarked(ExperimentModel experiment, ExecutableElement method, Annotation kind) {
    return experiment.root().getSimpleName()
        + "."
        + method.getSimpleName()
        + " is not marked "
        + kind;
  }

  /** Returns the loader that somebody could add for a type. */
  static String loaderFor(String type) {
    return "@Loader static " + type + " load" + suffix(type) + "(Path path)";
  }

  private static String suffix(String type) {
    int end = type.indexOf('<');
    String name = end < 0 ? type : type.substring(0, end);
    String simple = name.substring(name.lastIndexOf('.') + 1).replace("[]", "s");
    return Character.toUpperCase(simple.charAt(0)) + simple.substring(1);
  }
}

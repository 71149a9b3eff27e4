package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code writer-signature} and {@code loader-signature}: a writer or loader of none of the allowed
 * shapes. Each method is told once, whatever experiments may use it.
 */
final class CodecSignatureValidator implements Validator {

  private static final String WRITERS =
      "it may be byte[] f(T), String f(T), void f(T, OutputStream) or void f(T, Path)";
  private static final String LOADERS =
      "it may be T f(Path), T f(InputStream), T f(byte[]) or T f(String)";

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<String> reported = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      for (FormatMethod writer : experiment.scope().writers()) {
        if (writer.shape().isEmpty()) {
          report(
              graph,
              experiment,
              Message.WRITER_SIGNATURE,
              writer.method(),
              WRITERS,
              reported,
              diagnostics);
        }
      }
      for (FormatMethod loader : experiment.scope().loaders()) {
        if (loader.shape().isEmpty()) {
          report(
              graph,
              experiment,
              Message.LOADER_SIGNATURE,
              loader.method(),
              LOADERS,
              reported,
              diagnostics);
        }
      }
    }
  }

  private static void report(
      Graph graph,
      ExperimentModel experiment,
      Message message,
      MethodModel method,
      String shapes,
      Set<String> reported,
      Diagnostics diagnostics) {
    String text = MethodText.withTypes(method);
    if (method.typesKnown()
        && !OtherRole.isMeant(graph, experiment, method)
        && reported.add(method.ownerName() + " " + text)) {
      diagnostics.report(
          Diagnostic.of(experiment.folder(), message, text).withDetail(shapes), method.place());
    }
  }
}

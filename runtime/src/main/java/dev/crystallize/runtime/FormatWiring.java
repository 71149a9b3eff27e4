package dev.crystallize.runtime;

import dev.crystallize.runtime.config.OutputConfig;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Finds the writer and the loader of an output by the rules that the compiler has: by name, else
 * the only one for exactly the type that is written, else the plain form, else JSON.
 */
final class FormatWiring {

  private final WiringReport report;
  private final CodeCatalog code;

  FormatWiring(WiringReport report, CodeCatalog code) {
    this.report = report;
    this.code = code;
  }

  /** Returns how the output is written and read; empty after a report. */
  Optional<WiredOutput> find(OutputConfig output, StepUse use, Type written) {
    return new WriterSearch(report, code, output, use, written)
        .find()
        .map(
            writer -> {
              LoaderSearch.Found loader =
                  new LoaderSearch(report, code, output, written, writer.json()).find();
              return new WiredOutput(
                  code(output, writer.code(), loader.code()), loader.type(), false);
            });
  }

  private static <T> OutputCode<T> code(
      OutputConfig output, ArtifactWriter<T> writer, ArtifactLoader<?> loader) {
    String alias = output.alias().value();
    return new OutputCode<>(new OutputSlot<T>(alias), output.fileName().value(), loader, writer);
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees that an output is not written or read by others than its configuration names. */
final class FormatCheck {

  private final ExperimentNode compiled;
  private final ConfigFile file;
  private final List<Diagnostic> found;

  /**
   * Gets ready.
   *
   * @param compiled the node whose code is used
   * @param file the configuration
   * @param found collects what is wrong
   */
  FormatCheck(ExperimentNode compiled, ConfigFile file, List<Diagnostic> found) {
    this.compiled = compiled;
    this.file = file;
    this.found = found;
  }

  /** Reports a writer or loader that the output was not compiled with. */
  void check(OutputConfig output) {
    Origin.Format format =
        compiled
            .origin()
            .map(origin -> origin.format(output.alias().value()))
            .orElse(new Origin.Format("", ""));
    check(Message.UNKNOWN_WRITER, output.writer(), format.writer());
    check(Message.UNKNOWN_LOADER, output.loader(), format.loader());
  }

  /** One that is left out now may well be the one that is found by type. */
  private void check(Message message, Optional<Located<String>> named, String known) {
    if (named.isEmpty() || SnakeCase.of(named.get().value()).equals(SnakeCase.of(known))) {
      return;
    }
    String name = named.get().value();
    List<String> suggested = Stream.of(known).filter(each -> !each.isEmpty()).toList();
    found.add(
        Diagnostic.of(
                file.config().folder(),
                message,
                name,
                "the compiled code of '" + compiled.name() + "'")
            .suggesting(Suggestions.of(name, suggested))
            .withDetail(Rewiring.RECOMPILE)
            .at(named.get().place(), file.source()));
  }
}

package dev.crystallize.runtime.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Parses single values in YAML's flow notation, such as the default of a parameter or a value given
 * on the command line, by the same rules as a configuration.
 */
public final class ValueParser {

  private final YamlReader yaml = new YamlReader();

  /**
   * A parsed value.
   *
   * @param value the value; empty if something was found wrong
   * @param diagnostics what was found wrong
   */
  public record Parsed(Optional<Value> value, List<Diagnostic> diagnostics) {
    /** Copies the diagnostics. */
    public Parsed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Parses a value; a blank text is null.
   *
   * @param experiment the experiment that diagnostics belong to
   * @param displayPath the path that places carry
   */
  public Parsed parse(String experiment, String displayPath, String text) {
    if (text.isBlank()) {
      return new Parsed(Optional.of(new Value.Null(new Place(displayPath, 1, 1))), List.of());
    }
    YamlDocument document =
        yaml.read(experiment, displayPath, text.getBytes(StandardCharsets.UTF_8));
    Findings findings = new Findings(experiment, document.source());
    findings.addAll(document.diagnostics());
    ValueReader reader = new ValueReader(new Scope(findings, Optional.empty()));
    Optional<Value> value = document.root().map(reader::read);
    List<Diagnostic> diagnostics = findings.sorted();
    return new Parsed(diagnostics.isEmpty() ? value : Optional.empty(), diagnostics);
  }
}

package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/**
 * The result of reading YAML.
 *
 * @param source the text that was read, or the part before it stopped being text
 * @param root the tree; empty if reading had to stop. An empty document is an empty mapping.
 * @param diagnostics what was found wrong, in the order of the text
 */
public record YamlDocument(
    SourceText source, Optional<YamlNode> root, List<Diagnostic> diagnostics) {

  /** Copies the diagnostics. */
  public YamlDocument {
    diagnostics = List.copyOf(diagnostics);
  }
}

package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Set;

/**
 * The result of reading a configuration.
 *
 * @param config what could be read
 * @param source the text, for excerpts
 * @param diagnostics what was found wrong, sorted
 * @param broken the parts of which something is missing or wrong, so that rules whose answer rests
 *     on them stay silent; all parts if the file could not be read to its end
 */
public record ConfigFile(
    ExperimentConfig config,
    SourceText source,
    List<Diagnostic> diagnostics,
    Set<ConfigPart> broken) {

  /** Copies the collections. */
  public ConfigFile {
    diagnostics = List.copyOf(diagnostics);
    broken = Set.copyOf(broken);
  }

  /** Returns whether something about the part has been reported. */
  public boolean isBroken(ConfigPart part) {
    return broken.contains(part);
  }

  /** Returns whether nothing has been reported. */
  public boolean isSound() {
    return diagnostics.isEmpty();
  }

  /** Returns whether the file ended before it was understood, so that nothing in it is known. */
  public boolean isUnreadable() {
    return broken.size() == ConfigPart.values().length;
  }
}

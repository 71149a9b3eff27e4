package dev.crystallize.processor.read;

import dev.crystallize.runtime.config.ConfigFile;
import java.util.List;

/** The outcome of looking for a configuration. */
sealed interface ConfigSearch {

  /** It was found and read. */
  record Found(ConfigFile file) implements ConfigSearch {}

  /**
   * It is nowhere.
   *
   * @param tried every place looked at, for people
   */
  record Missing(List<String> tried) implements ConfigSearch {}

  /** The name cannot be that of a folder, for this reason, so nothing was looked at. */
  record BadName(String reason) implements ConfigSearch {}

  /** The processor's option names no absolute folder. */
  record BadOption(String reason) implements ConfigSearch {}
}

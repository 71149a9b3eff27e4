package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import java.util.List;
import java.util.Optional;

/** Where the configurations of several experiments lie side by side. */
interface ConfigSource {

  /** Reads the configuration in a folder; empty if there is none. */
  Optional<ConfigFile> read(String folder);

  /** The folders that have a configuration, as far as they can be listed. */
  List<String> folders();
}

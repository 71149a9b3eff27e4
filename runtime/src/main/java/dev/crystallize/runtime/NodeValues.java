package dev.crystallize.runtime;

import dev.crystallize.runtime.config.CliConfig;
import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run may change of an experiment without compiling it again, besides the values that single
 * steps fix.
 *
 * @param description a text for people, which may be empty
 * @param replicates the declared count, if there is one
 * @param seed what its random numbers derive from
 * @param baseline the values of the baseline
 * @param treatments what each treatment changes, in order
 * @param failures what to do when its tasks fail or hang
 * @param cli how it is shown
 * @param file the configuration that the values stand in, if they come from one
 */
record NodeValues(
    String description,
    OptionalInt replicates,
    long seed,
    Map<String, Given> baseline,
    Map<String, Map<String, Given>> treatments,
    FailureSettings failures,
    CliConfig cli,
    Optional<ConfigFile> file) {

  static final NodeValues NONE =
      new NodeValues(
          "",
          OptionalInt.empty(),
          0,
          Map.of(),
          Map.of(),
          FailureSettings.NONE,
          CliConfig.NONE,
          Optional.empty());

  NodeValues {
    baseline = Collections.unmodifiableMap(new LinkedHashMap<>(baseline));
    treatments = Collections.unmodifiableMap(new LinkedHashMap<>(treatments));
  }

  /** The same with another baseline. */
  NodeValues withBaseline(Map<String, Given> changed) {
    return new NodeValues(description, replicates, seed, changed, treatments, failures, cli, file);
  }

  /** The text that the values stand in. */
  Optional<SourceText> source() {
    return file.map(ConfigFile::source);
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.config.CliConfig;
import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.SourceText;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
 * @param compiledKeys what treatments gave values to when the code was compiled, in that case
 */
record NodeValues(
    String description,
    OptionalInt replicates,
    long seed,
    Map<String, Given> baseline,
    Map<String, Map<String, Given>> treatments,
    FailureSettings failures,
    CliConfig cli,
    Optional<ConfigFile> file,
    Set<String> compiledKeys) {

  static final NodeValues NONE =
      new NodeValues(
          "",
          OptionalInt.empty(),
          0,
          Map.of(),
          Map.of(),
          FailureSettings.NONE,
          CliConfig.NONE,
          Optional.empty(),
          Set.of());

  NodeValues {
    compiledKeys = Set.copyOf(compiledKeys);
    baseline = Collections.unmodifiableMap(new LinkedHashMap<>(baseline));
    treatments = Collections.unmodifiableMap(new LinkedHashMap<>(treatments));
  }

  /** The same with another baseline. */
  NodeValues withBaseline(Map<String, Given> changed) {
    return new NodeValues(
        description, replicates, seed, changed, treatments, failures, cli, file, compiledKeys);
  }

  /** What treatments give values to, the baseline included. */
  Set<String> keys() {
    Set<String> keys = new HashSet<>(baseline.keySet());
    treatments.values().forEach(treatment -> keys.addAll(treatment.keySet()));
    return keys;
  }

  /** The text that the values stand in. */
  Optional<SourceText> source() {
    return file.map(ConfigFile::source);
  }
}

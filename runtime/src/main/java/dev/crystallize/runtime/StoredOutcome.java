package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.ExperimentOutcome;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an experiment, as the journal of a version tells it.
 *
 * @param version the version
 * @param results what was measured, by condition in order
 */
record StoredOutcome(StoredVersion version, Map<String, ConditionResults> results)
    implements ExperimentOutcome {

  static StoredOutcome of(StoredVersion version, List<String> conditions) {
    Map<String, ConditionResults> results = new LinkedHashMap<>();
    conditions.forEach(condition -> results.put(condition, version.results(condition)));
    return new StoredOutcome(version, Collections.unmodifiableMap(results));
  }

  @Override
  public String name() {
    return version.header().experiment();
  }

  @Override
  public Optional<Path> versionFolder() {
    return Optional.of(version.folder());
  }

  @Override
  public List<String> conditions() {
    return List.copyOf(results.keySet());
  }

  @Override
  public List<String> outputs() {
    return version.header().outputs().stream().map(StoredOutput::alias).toList();
  }

  @Override
  public Optional<UpstreamArtifact> artifact(String output, String condition, int replicate) {
    return version.task(condition, replicate).isEmpty()
        ? Optional.empty()
        : Optional.of(version.artifact(output, condition, replicate));
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.ExperimentOutcome;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an experiment, as a document tells it.
 *
 * @param name its name
 * @param versionFolder where its data lay, if any task ran
 * @param results what was measured, by condition in order
 * @param artifacts the artifact of each replicate, by output and condition
 */
record RecordedOutcome(
    String name,
    Optional<Path> versionFolder,
    Map<String, ConditionResults> results,
    Map<String, Map<String, List<Optional<UpstreamArtifact>>>> artifacts)
    implements ExperimentOutcome {

  @Override
  public List<String> conditions() {
    return List.copyOf(results.keySet());
  }

  @Override
  public List<String> outputs() {
    return List.copyOf(artifacts.keySet());
  }

  @Override
  public Optional<UpstreamArtifact> artifact(String output, String condition, int replicate) {
    return artifacts.getOrDefault(output, Map.of()).getOrDefault(condition, List.of()).stream()
        .skip(replicate)
        .findFirst()
        .flatMap(artifact -> artifact);
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.ExperimentOutcome;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.PythonVersion;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an experiment of the Python system.
 *
 * @param version the version
 * @param results what was measured, by condition in order
 * @param steps the folder of the step that wrote it, by file name; that stands for the alias, which
 *     is not kept
 */
record PythonOutcome(
    PythonVersion version, Map<String, ConditionResults> results, Map<String, String> steps)
    implements ExperimentOutcome {

  @Override
  public String name() {
    return version.experiment();
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
    return List.copyOf(steps.keySet());
  }

  @Override
  public Optional<UpstreamArtifact> artifact(String output, String condition, int replicate) {
    return Optional.ofNullable(steps.get(output))
        .flatMap(step -> version.artifact(step, output, condition, replicate));
  }
}

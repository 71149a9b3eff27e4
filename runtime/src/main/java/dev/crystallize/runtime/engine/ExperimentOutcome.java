package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of one experiment in a run. */
public interface ExperimentOutcome {

  /** Its name. */
  String name();

  /** The folder {@code v<N>} that holds its results; empty if no task of it ran. */
  Optional<Path> versionFolder();

  /** The conditions of the plan, in its order. */
  List<String> conditions();

  /** What was measured, by condition in the order of {@link #conditions}. */
  Map<String, ConditionResults> results();

  /** The aliases of its outputs, in declared order. */
  List<String> outputs();

  /**
   * An artifact as a task of this run committed it.
   *
   * @param output the output's alias
   * @return the artifact; empty if that task was not committed
   * @throws IllegalArgumentException if there is no such output, condition or replicate
   */
  Optional<UpstreamArtifact> artifact(String output, String condition, int replicate);
}

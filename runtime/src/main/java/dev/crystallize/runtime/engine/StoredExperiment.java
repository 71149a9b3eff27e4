package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.NodeStore;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outcome of an experiment as its store holds it. */
final class StoredExperiment implements ExperimentOutcome {

  private final PlannedExperiment planned;
  private final NodeStore store;

  StoredExperiment(PlannedExperiment planned, NodeStore store) {
    this.planned = planned;
    this.store = store;
  }

  @Override
  public String name() {
    return planned.name();
  }

  @Override
  public Optional<Path> versionFolder() {
    return store.folder();
  }

  @Override
  public List<String> conditions() {
    return planned.conditions();
  }

  @Override
  public Map<String, ConditionResults> results() {
    Map<String, ConditionResults> results = new LinkedHashMap<>();
    for (int i = 0; i < planned.conditions().size(); i++) {
      results.put(planned.conditions().get(i), store.results(i));
    }
    return Collections.unmodifiableMap(results);
  }

  @Override
  public List<String> outputs() {
    return store.outputs().stream().map(StoredOutput::alias).toList();
  }

  @Override
  public Optional<UpstreamArtifact> artifact(String output, String condition, int replicate) {
    int index = planned.conditions().indexOf(condition);
    if (index < 0) {
      throw new IllegalArgumentException(
          "'"
              + name()
              + "' ran the conditions "
              + planned.conditions()
              + ", not '"
              + condition
              + "'");
    }
    if (replicate < 0 || replicate >= planned.replicates()) {
      throw new IllegalArgumentException(
          "'" + name() + "' has " + planned.replicates() + " replicates; there is no " + replicate);
    }
    return store.artifact(output, index, replicate);
  }
}

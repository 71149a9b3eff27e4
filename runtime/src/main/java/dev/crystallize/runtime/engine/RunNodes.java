package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.ArtifactException.Kind;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.NodeStore;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.StagedFile;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The experiments of a run and their places on disk. */
final class RunNodes implements Staging {

  private final GraphPlan plan;
  private final List<NodeStore> stores;
  private final int[][] upstreamOfRead;
  private final AtomicIntegerArray openConditions;

  private RunNodes(GraphPlan plan, List<NodeStore> stores, int[][] upstreamOfRead) {
    this.plan = plan;
    this.stores = List.copyOf(stores);
    this.upstreamOfRead = upstreamOfRead;
    this.openConditions = new AtomicIntegerArray(stores.size());
    for (PlannedExperiment experiment : plan.experiments()) {
      openConditions.set(experiment.index(), experiment.conditions().size());
    }
  }

  /**
   * Gives each experiment its place.
   *
   * @throws ArtifactException if one reads an output that is not there
   */
  static RunNodes of(RunRequest request, RunStore store) {
    GraphPlan plan = request.plan();
    List<NodeStore> stores = new ArrayList<>();
    int[][] upstreamOfRead = new int[plan.experimentCount()][];
    for (PlannedExperiment experiment : plan.experiments()) {
      int[] upstreams =
          experiment.reads().stream().mapToInt(read -> plan.indexOf(read.upstream())).toArray();
      upstreamOfRead[experiment.index()] = upstreams;
      List<NodeStore> read = new ArrayList<>();
      for (int upstream : upstreams) {
        read.add(stores.get(upstream));
      }
      stores.add(store.node(request.storage().get(experiment.index()), experiment, read));
    }
    return new RunNodes(plan, stores, upstreamOfRead);
  }

  /**
   * Checks that every reference leads to an output.
   *
   * @throws ArtifactException if one does not
   */
  static void check(RunRequest request) {
    for (PlannedExperiment experiment : request.plan().experiments()) {
      for (PlanEdge read : experiment.reads()) {
        NodeStorage upstream = request.storage().get(request.plan().indexOf(read.upstream()));
        List<String> known = upstream.outputs().stream().map(StoredOutput::alias).toList();
        if (!known.contains(read.output())) {
          throw new ArtifactException(
              Kind.MISSING,
              "'"
                  + experiment.name()
                  + "' reads '"
                  + read.upstream()
                  + "#"
                  + read.output()
                  + "', but the outputs of '"
                  + read.upstream()
                  + "' are "
                  + known);
        }
      }
    }
  }

  NodeStore store(int experiment) {
    return stores.get(experiment);
  }

  TaskKey key(int task) {
    PlannedExperiment experiment = plan.experiment(plan.experimentOf(task));
    return new TaskKey(
        experiment.name(),
        experiment.conditions().get(plan.conditionOf(task)),
        plan.replicateOf(task));
  }

  /** What a task that is ready needs to run. */
  TaskRequest request(int task, int attempt) {
    int experiment = plan.experimentOf(task);
    return new TaskRequest(task, experiment, key(task), attempt, artifacts(task, experiment));
  }

  private Map<String, UpstreamArtifact> artifacts(int task, int experiment) {
    List<PlanEdge> reads = plan.experiment(experiment).reads();
    if (reads.isEmpty()) {
      return Map.of();
    }
    Map<String, UpstreamArtifact> artifacts = new HashMap<>();
    for (int i = 0; i < reads.size(); i++) {
      int upstream = upstreamOfRead[experiment][i];
      int read = plan.upstreamTask(task, upstream);
      Optional<UpstreamArtifact> artifact =
          stores
              .get(upstream)
              .artifact(reads.get(i).output(), plan.conditionOf(read), plan.replicateOf(read));
      artifacts.put(
          reads.get(i).alias(),
          artifact.orElseThrow(
              () -> new IllegalStateException(key(task) + " is ready before " + key(read))));
    }
    return artifacts;
  }

  @Override
  public StagedFile stage(TaskRequest request, String output) {
    return stores.get(request.experiment()).stage(output, request.number(), request.attempt());
  }

  /**
   * Writes the results of a condition that has ended, and ends the version with the last.
   *
   * @param firstTask the condition's first task
   * @return whether that ended the experiment
   */
  boolean endCondition(int firstTask) {
    int experiment = plan.experimentOf(firstTask);
    stores.get(experiment).endCondition(plan.conditionOf(firstTask));
    boolean last = openConditions.decrementAndGet(experiment) == 0;
    if (last) {
      stores.get(experiment).end();
    }
    return last;
  }

  /** Leaves the versions that did not end as far as they came. */
  void leave() {
    stores.forEach(NodeStore::leave);
  }
}

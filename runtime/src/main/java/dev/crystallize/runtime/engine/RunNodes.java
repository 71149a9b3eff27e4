package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.ArtifactException.Kind;
import dev.crystallize.runtime.store.CachedFingerprints;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.NodeStore;
import dev.crystallize.runtime.store.Resumption;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.StagedFile;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.TaskCommit.Fingerprinted;
import dev.crystallize.runtime.store.TaskFingerprints;
import dev.crystallize.runtime.store.UpstreamArtifact;
import dev.crystallize.runtime.store.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The experiments of a run and their places on disk. */
final class RunNodes implements Staging {

  private final GraphPlan plan;
  private final List<NodeStore> stores;
  private final OutputsRead read;
  private final int[][] upstreamOfRead;
  private final Optional<TaskFingerprints> fingerprints;
  private final Optional<Resumption> resumption;

  /** Of conditions that read nothing, by their first task: the same for every replicate. */
  private final Map<Integer, Fingerprinted> ofConditions = new ConcurrentHashMap<>();

  private final AtomicIntegerArray openConditions;

  private RunNodes(
      RunRequest request,
      List<NodeStore> stores,
      int[][] upstreamOfRead,
      Optional<Resumption> resumption) {
    this.plan = request.plan();
    this.fingerprints = request.versions().fingerprints().map(CachedFingerprints::new);
    this.resumption = resumption;
    this.stores = List.copyOf(stores);
    this.read = new OutputsRead(plan, this.stores);
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
  static RunNodes of(RunRequest request, RunStore store, Optional<Resumption> resumption) {
    GraphPlan plan = request.plan();
    List<NodeStore> stores = new ArrayList<>();
    int[][] upstreamOfRead = new int[plan.experimentCount()][];
    for (PlannedExperiment experiment : plan.experiments()) {
      int[] upstreams =
          experiment.reads().stream().mapToInt(read -> plan.indexOf(read.upstream())).toArray();
      upstreamOfRead[experiment.index()] = upstreams;
      stores.add(
          store.node(
              request.storage().get(experiment.index()),
              experiment,
              plan.clusters(experiment.index())));
    }
    return new RunNodes(request, stores, upstreamOfRead, resumption);
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

  /** Takes up the versions that earlier runs left. */
  void resume() {
    if (resumption.isPresent()) {
      for (int i = 0; i < stores.size(); i++) {
        stores.get(i).resume(resumption.get().target(i));
      }
    }
  }

  /** What stands in for a task, as far as that was known before the run began. */
  Optional<Verdict.Reuse> planned(int task) {
    return resumption.isPresent() && resumption.get().verdict(task) instanceof Verdict.Reuse reuse
        ? Optional.of(reuse)
        : Optional.empty();
  }

  /** What stands in for a task that had to wait for what it reads. */
  Optional<Verdict.Reuse> resolve(TaskRequest request) {
    if (resumption.isEmpty()
        || request.attempt() > 1
        || !(resumption.get().verdict(request.number()) instanceof Verdict.Pending)) {
      return Optional.empty();
    }
    return resumption.get().resolve(request.number(), hashes(request));
  }

  void reuse(int task, Verdict.Reuse reuse) {
    stores
        .get(plan.experimentOf(task))
        .reuse(plan.conditionOf(task), plan.replicateOf(task), reuse);
  }

  /** What the results of a task depend on. */
  Optional<Fingerprinted> fingerprint(TaskRequest request) {
    if (fingerprints.isEmpty()) {
      return Optional.empty();
    }
    if (!request.artifacts().isEmpty()) {
      return Optional.of(fingerprinted(fingerprints.get(), request));
    }
    int first = plan.task(request.experiment(), plan.conditionOf(request.number()), 0);
    return Optional.of(
        ofConditions.computeIfAbsent(first, task -> fingerprinted(fingerprints.get(), request)));
  }

  private static Fingerprinted fingerprinted(TaskFingerprints fingerprints, TaskRequest request) {
    String base = fingerprints.base(request.key().experiment(), request.key().condition());
    return new Fingerprinted(base, TaskFingerprints.of(base, hashes(request)));
  }

  private static Map<String, String> hashes(TaskRequest request) {
    Map<String, String> hashes = new HashMap<>();
    request.artifacts().forEach((alias, artifact) -> hashes.put(alias, artifact.sha256()));
    return hashes;
  }

  /** The versions that a task reads, by experiment. */
  Map<String, Integer> reads(TaskRequest request) {
    if (upstreamOfRead[request.experiment()].length == 0) {
      return Map.of();
    }
    Map<String, Integer> reads = new HashMap<>();
    for (int upstream : upstreamOfRead[request.experiment()]) {
      int task = plan.upstreamTask(request.number(), upstream);
      stores
          .get(upstream)
          .versionOf(plan.conditionOf(task), plan.replicateOf(task))
          .ifPresent(version -> reads.put(plan.experiment(upstream).name(), version));
    }
    return reads;
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

  /** The number of a task of the plan. */
  int number(TaskKey task) {
    PlannedExperiment experiment = plan.experiment(plan.indexOf(task.experiment()));
    return plan.task(
        experiment.index(), experiment.conditions().indexOf(task.condition()), task.replicate());
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
      stores.get(experiment).end(() -> read.of(experiment));
    }
    return last;
  }

  /** Leaves the versions that did not end as far as they came. */
  void leave() {
    for (PlannedExperiment planned : plan.experiments()) {
      stores.get(planned.index()).leave(() -> read.of(planned.index()));
    }
  }
}

package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Looks for an earlier task that stands in for one that is wanted. */
final class TaskJudge {

  private final GraphPlan plan;
  private final List<NodeStorage> storage;
  private final TaskFingerprints fingerprints;
  private final List<VersionHistory> histories;
  private final boolean verify;
  private final BitSet damaged;
  private final VersionRules rules;

  /** Of tasks that read nothing, by their base: the same for every replicate. */
  private final Map<String, String> withoutInputs = new ConcurrentHashMap<>();

  TaskJudge(ResumeRequest request, List<VersionHistory> histories, VersionRules rules) {
    this.plan = request.whole();
    this.storage = request.storage();
    this.fingerprints = new CachedFingerprints(request.fingerprints());
    this.histories = histories;
    this.verify = request.verify();
    this.damaged = DamagedInputs.of(plan, histories);
    this.rules = rules;
  }

  /**
   * Judges a task of the whole plan.
   *
   * @param inputs the hashes of what it reads; empty if that is not known yet
   * @param waitsFor what it waits for in that case
   */
  Verdict judge(int task, Optional<Map<String, String>> inputs, List<String> waitsFor) {
    PlannedExperiment experiment = plan.experiment(plan.experimentOf(task));
    String condition = experiment.conditions().get(plan.conditionOf(task));
    VersionHistory history = histories.get(experiment.index());
    Optional<StoredVersion> newest = history.newest();
    Optional<Verdict> reason = Optional.empty();
    Optional<StoredVersion> version = newest;
    for (int place = 1; version.isPresent(); version = history.at(place++)) {
      Optional<Committed> entry =
          rules.searched(version.get(), newest.orElseThrow())
              ? version.get().task(condition, plan.replicateOf(task))
              : Optional.empty();
      if (entry.isEmpty()) {
        continue;
      }
      Candidate candidate = new Candidate(task, experiment, version.get(), entry.get());
      if (inputs.isEmpty()) {
        if (candidate.itselfAsNow()) {
          return new Verdict.Pending(waitsFor);
        }
        reason = reason.or(() -> Optional.of(candidate.changed(true, List.of())));
        continue;
      }
      Verdict verdict = candidate.against(inputs.get());
      if (verdict instanceof Verdict.Reuse) {
        return verdict;
      }
      reason = reason.or(() -> Optional.of(verdict));
    }
    return reason.orElseGet(() -> uncommitted(newest, condition, plan.replicateOf(task)));
  }

  private static Verdict uncommitted(
      Optional<StoredVersion> newest, String condition, int replicate) {
    return newest
        .flatMap(version -> version.failure(condition, replicate))
        .<Verdict>map(
            failed -> new Verdict.FailedBefore(newest.orElseThrow().number(), failed.step()))
        .orElseGet(Verdict.NeverRan::new);
  }

  /** An earlier task beside the one that is wanted. */
  private final class Candidate {

    private final int task;
    private final PlannedExperiment experiment;
    private final StoredVersion version;
    private final Committed entry;

    Candidate(int task, PlannedExperiment experiment, StoredVersion version, Committed entry) {
      this.task = task;
      this.experiment = experiment;
      this.version = version;
      this.entry = entry;
    }

    Verdict against(Map<String, String> inputs) {
      String base = fingerprints.base(experiment.name(), entry.condition());
      Optional<String> wasBase = wasBase();
      if (isOf(base, inputs)) {
        return unlessDamaged();
      }
      boolean sameInputs = wasBase.filter(old -> isOf(old, inputs)).isPresent();
      if (sameInputs && itselfAsNow()) {
        return unlessDamaged();
      }
      return changed(
          !wasBase.equals(Optional.of(base)), sameInputs ? List.of() : changedInputs(inputs));
    }

    private boolean isOf(String base, Map<String, String> inputs) {
      String fingerprint =
          inputs.isEmpty()
              ? withoutInputs.computeIfAbsent(base, same -> TaskFingerprints.of(same, inputs))
              : TaskFingerprints.of(base, inputs);
      return entry.fingerprint().equals(Optional.of(fingerprint));
    }

    private Verdict unlessDamaged() {
      Optional<Verdict.Run> damage = damage();
      return damage.isPresent() ? damage.get() : new Verdict.Reuse(version, entry);
    }

    /** Whether all but the artifacts read is as it was, or accepted. */
    boolean itselfAsNow() {
      Optional<String> wasBase = wasBase();
      return wasBase.isPresent()
          && (wasBase.get().equals(fingerprints.base(experiment.name(), entry.condition()))
              || fingerprints.accepts(
                  experiment.name(), entry.condition(), version.definitions(entry)));
    }

    Verdict changed(boolean itself, List<String> inputs) {
      return new Verdict.Changed(version.number(), version.definitions(entry), itself, inputs);
    }

    private Optional<String> wasBase() {
      return version.definitions(entry).stream()
          .filter(definition -> definition.kind().equals(TaskFingerprints.BASE))
          .map(Definition::text)
          .findFirst();
    }

    private Optional<Verdict.Run> damage() {
      try {
        return new ArtifactCheck(verify || damaged.get(task))
            .damage(version, entry, storage.get(experiment.index()).outputs());
      } catch (IOException e) {
        throw new StoreException("cannot check the artifacts in " + version.folder(), e);
      }
    }

    /** The journal names the versions that were read; what they held is found there. */
    private List<String> changedInputs(Map<String, String> inputs) {
      List<String> changed = new ArrayList<>();
      for (PlanEdge read : experiment.reads()) {
        if (!was(read).equals(Optional.ofNullable(inputs.get(read.alias())))) {
          changed.add(read.alias());
        }
      }
      return changed;
    }

    private Optional<String> was(PlanEdge read) {
      int upstream = plan.indexOf(read.upstream());
      int readTask = plan.upstreamTask(task, upstream);
      Integer number = entry.reads().get(read.upstream());
      return histories
          .get(upstream)
          .numbered(Objects.isNull(number) ? OptionalInt.empty() : OptionalInt.of(number))
          .flatMap(
              old ->
                  old.task(
                      plan.experiment(upstream).conditions().get(plan.conditionOf(readTask)),
                      plan.replicateOf(readTask)))
          .stream()
          .flatMap(old -> old.artifacts().stream())
          .filter(artifact -> artifact.output().equals(read.output()))
          .map(ArtifactEntry::sha256)
          .findFirst();
    }
  }
}

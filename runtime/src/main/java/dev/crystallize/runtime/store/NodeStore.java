package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.JournalEntry.Failed;
import dev.crystallize.runtime.store.JournalEntry.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Where one run keeps the results of one experiment: a version that is made when the first task
 * begins, or one that was there before.
 *
 * <p>Every method throws {@link StoreException} if the disk fails.
 */
public final class NodeStore {

  private final RunStore run;
  private final NodeStorage storage;
  private final PlannedExperiment planned;
  private final Clusters clusters;
  private final List<ConditionRecord> results;

  /** What a version that is filled in holds besides what the run wants. */
  private final Map<String, ConditionRecord> others = new LinkedHashMap<>();

  /** The version that is written; empty until it is needed. */
  private volatile Optional<OwnedVersion> version = Optional.empty();

  /** The version that holds everything, so that none is written. */
  private Optional<StoredVersion> bound = Optional.empty();

  private final NodeArtifacts artifacts;
  private final TaskLines lines;

  /** Reused tasks that lie in other versions and were not gathered yet. */
  private final Map<Integer, Verdict.Reuse> elsewhere = new ConcurrentHashMap<>();

  private final Set<Integer> written = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean begun = new AtomicBoolean();

  NodeStore(RunStore run, NodeStorage storage, PlannedExperiment planned, Clusters clusters) {
    this.run = run;
    this.storage = storage;
    this.planned = planned;
    this.clusters = clusters;
    this.artifacts = new NodeArtifacts(storage, planned.taskCount());
    this.lines = new TaskLines(storage, run.encoders());
    this.results =
        planned.conditions().stream()
            .map(condition -> new ConditionRecord(planned.replicates()))
            .toList();
  }

  /**
   * Takes up a version that was there before. Called at most once, before any task begins. A
   * version that another run took or changed meanwhile is left to it, and a new one is made.
   */
  public void resume(Target target) {
    if (target instanceof Target.Bound it) {
      bound = Optional.of(it.version());
    } else if (target instanceof Target.Fill it) {
      for (String condition : it.version().heldConditions()) {
        if (!planned.conditions().contains(condition)) {
          others.put(condition, it.version().record(condition));
        }
      }
      try {
        version = run.claim(it.version(), JournalLine.encode(header()));
      } catch (IOException e) {
        throw failure("claim v" + it.version().number() + " of", e);
      }
      if (version.isEmpty()) {
        others.clear();
      }
    }
  }

  /** Takes over a task of an earlier run. */
  public void reuse(int condition, int replicate, Verdict.Reuse reuse) {
    Committed task = reuse.task();
    int index = taskIndex(condition, replicate);
    task.artifacts().forEach(artifact -> artifacts.put(index, artifact));
    if (ownNumber().isEmpty() || ownNumber().getAsInt() != reuse.version().number()) {
      elsewhere.put(index, reuse);
    }
    results.get(condition).add(replicate, task.measures());
  }

  /** The folder of the version that the results are in; empty as long as there is none. */
  public Optional<Path> folder() {
    return version.map(OwnedVersion::folder).or(() -> bound.map(StoredVersion::folder));
  }

  /** The number of the version that holds a committed or reused task. */
  public OptionalInt versionOf(int condition, int replicate) {
    Verdict.Reuse reuse = elsewhere.get(taskIndex(condition, replicate));
    return reuse == null ? ownNumber() : OptionalInt.of(reuse.version().number());
  }

  private OptionalInt ownNumber() {
    if (version.isPresent()) {
      return OptionalInt.of(version.get().number());
    }
    return bound.isPresent() ? OptionalInt.of(bound.get().number()) : OptionalInt.empty();
  }

  /** What it writes, in declared order. */
  public List<StoredOutput> outputs() {
    return storage.outputs();
  }

  /** What was measured in a condition so far. */
  public ConditionResults results(int condition) {
    return results.get(condition);
  }

  /**
   * Makes the version if there is none to write to yet.
   *
   * @return whether this is the first task to begin
   */
  public boolean begin() {
    if (begun.get()) {
      return false;
    }
    try {
      return makeVersion();
    } catch (IOException e) {
      throw failure("make a version of", e);
    }
  }

  private synchronized boolean makeVersion() throws IOException {
    if (version.isEmpty()) {
      version = Optional.of(run.allocate(storage.experiment(), JournalLine.encode(header())));
    }
    return begun.compareAndSet(false, true);
  }

  /**
   * A place to write an output to.
   *
   * @param output the output's alias
   * @throws IllegalArgumentException if there is no such output
   */
  public StagedFile stage(String output, int task, int attempt) {
    StoredOutput known = storage.outputs().get(artifacts.indexOf(output));
    return new StagedFile(known.alias(), current().staged(run.stagedName(task, attempt)));
  }

  /** Removes what an attempt that does not count has staged. */
  public void discard(List<StagedFile> files) {
    try {
      for (StagedFile file : files) {
        FileTrees.delete(file.file());
      }
    } catch (IOException e) {
      throw failure("clear the staging folder of", e);
    }
  }

  /**
   * Commits a task: moves its outputs to their places and appends its line.
   *
   * @param commit what it leaves behind
   * @param awaited whether other tasks wait for it, so that its line must be written at once
   * @throws IllegalArgumentException if what it measured cannot be written down
   */
  public void commit(TaskCommit commit, boolean awaited) {
    String condition = planned.conditions().get(commit.condition());
    try {
      byte[] line = lines.line(condition, commit, current());
      for (StagedFile file : commit.files()) {
        int output = artifacts.indexOf(file.alias());
        current()
            .place(
                file.file(),
                place(commit.condition(), commit.replicate(), output),
                file.isDirectory());
        artifacts.put(taskIndex(commit.condition(), commit.replicate()), output, file);
      }
      current().append(line, awaited);
      results.get(commit.condition()).add(commit.replicate(), commit.measures());
    } catch (IOException e) {
      throw failure("commit a task of", e);
    }
  }

  private Path place(int condition, int replicate, int output) {
    Verdict.Reuse reuse = elsewhere.get(taskIndex(condition, replicate));
    Path folder = reuse == null ? folder().orElseThrow(this::notBegun) : reuse.version().folder();
    return DataPaths.artifact(
        folder, replicate, planned.conditions().get(condition), storage.outputs().get(output));
  }

  /** Writes down that a task failed. */
  public void failed(Failed failure) {
    try {
      current().failed(failure);
    } catch (IOException e) {
      throw failure("record a failure of", e);
    }
  }

  /** Writes the results of a condition of which every task has ended. */
  public void endCondition(int condition) {
    if (version.isEmpty()) {
      return;
    }
    try {
      write(condition);
    } catch (IOException e) {
      throw failure("write results of", e);
    }
  }

  private void write(int condition) throws IOException {
    for (int replicate = 0; replicate < planned.replicates(); replicate++) {
      Verdict.Reuse reuse = elsewhere.get(taskIndex(condition, replicate));
      if (reuse != null) {
        current().gather(reuse, storage.outputs(), run.stagedName(replicate, 0));
        elsewhere.remove(taskIndex(condition, replicate));
      }
    }
    current().results(planned.conditions().get(condition), results.get(condition));
    written.add(condition);
  }

  /**
   * Ends the version: every task has ended. What lies elsewhere is gathered into it.
   *
   * @param reads finds what was read of other experiments
   */
  public void end(Supplier<List<ReadOutput>> reads) {
    if (bound.isPresent()) {
      return;
    }
    try {
      if (version.isEmpty()) {
        if (elsewhere.size() < planned.taskCount()) {
          return;
        }
        makeVersion();
      }
      for (int condition = 0; condition < results.size(); condition++) {
        if (!written.contains(condition)) {
          write(condition);
        }
      }
      for (Map.Entry<String, ConditionRecord> other : others.entrySet()) {
        current().results(other.getKey(), other.getValue());
      }
      current().end(header(), closing(reads.get(), true), isFull());
    } catch (IOException e) {
      throw failure("finish", e);
    }
  }

  private Map<String, WholeFile.Content> closing(List<ReadOutput> reads, boolean ended) {
    return storage
        .closing()
        .of(
            new ClosingFiles.Closing(
                Collections.unmodifiableMap(byCondition()),
                Collections.unmodifiableMap(held()),
                reads,
                ended));
  }

  /**
   * Leaves the version open, as far as it came: the run stops before its end.
   *
   * @param reads finds what was read of other experiments
   */
  public void leave(Supplier<List<ReadOutput>> reads) {
    if (version.isEmpty() || current().closed()) {
      return;
    }
    try {
      current().leave(header(), closing(reads.get(), false));
    } catch (IOException e) {
      throw failure("leave", e);
    }
  }

  /**
   * An artifact that this run committed or reuses.
   *
   * @throws IllegalArgumentException if there is no such output
   */
  public Optional<UpstreamArtifact> artifact(String output, int condition, int replicate) {
    int index = artifacts.indexOf(output);
    return artifacts
        .get(taskIndex(condition, replicate), index)
        .map(
            entry ->
                new UpstreamArtifact(
                    storage.experiment(),
                    output,
                    place(condition, replicate, index),
                    entry.size(),
                    entry.sha256()));
  }

  /** Whether the outputs of another pass of a committed task are those that were committed. */
  public boolean sameAsCommitted(int condition, int replicate, List<StagedFile> files) {
    return files.stream().allMatch(file -> artifacts.holds(taskIndex(condition, replicate), file));
  }

  private Header header() {
    return new Header(
        storage.experiment(),
        run.id(),
        storage.configurationDigest(),
        storage.seed(),
        planned.replicates(),
        List.copyOf(held().keySet()),
        planned.configuredReplicates(),
        planned.configuredConditions(),
        storage.asConfigured(),
        storage.outputs(),
        clusters.pattern());
  }

  /** Whatever was run when: every order but that of the configuration would be one of chance. */
  private Map<String, ConditionResults> held() {
    Map<String, ConditionResults> all = byCondition();
    all.putAll(others);
    Map<String, ConditionResults> held = new LinkedHashMap<>();
    for (String condition : planned.configuredConditions()) {
      ConditionResults results = all.get(condition);
      if (results != null) {
        held.put(condition, results);
      }
    }
    return held;
  }

  private Map<String, ConditionResults> byCondition() {
    Map<String, ConditionResults> byCondition = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      byCondition.put(planned.conditions().get(i), results.get(i));
    }
    return byCondition;
  }

  private boolean isFull() {
    return storage.asConfigured()
        && planned.replicates() >= planned.configuredReplicates()
        && results.stream().allMatch(ConditionRecord::complete)
        && planned.configuredConditions().stream().allMatch(this::isComplete);
  }

  private boolean isComplete(String condition) {
    ConditionRecord other = others.get(condition);
    return planned.conditions().contains(condition) || (other != null && other.complete());
  }

  private int taskIndex(int condition, int replicate) {
    return condition * planned.replicates() + replicate;
  }

  private OwnedVersion current() {
    return version.orElseThrow(this::notBegun);
  }

  private IllegalStateException notBegun() {
    return new IllegalStateException("no task of '" + storage.experiment() + "' has begun");
  }

  private StoreException failure(String doing, IOException e) {
    return new StoreException("cannot " + doing + " '" + storage.experiment() + "'", e);
  }
}

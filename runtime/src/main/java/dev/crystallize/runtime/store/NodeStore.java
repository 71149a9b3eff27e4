package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.JournalEntry.Define;
import dev.crystallize.runtime.store.JournalEntry.End;
import dev.crystallize.runtime.store.JournalEntry.Failed;
import dev.crystallize.runtime.store.JournalEntry.Header;
import dev.crystallize.runtime.store.RunStore.Version;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where one run keeps the results of one experiment: a version that is made when the first task
 * begins.
 *
 * <p>Every method throws {@link StoreException} if the disk fails.
 */
public final class NodeStore {

  private final RunStore run;
  private final NodeStorage storage;
  private final PlannedExperiment planned;
  private final List<NodeStore> upstreams;
  private final Header header;
  private final List<ConditionRecord> results;

  private final Map<Definition, Integer> definitions = new HashMap<>();
  private volatile Optional<Version> version = Optional.empty();
  private List<ArtifactTable> artifacts = List.of();
  private Map<String, Integer> reads = Map.of();

  NodeStore(
      RunStore run, NodeStorage storage, PlannedExperiment planned, List<NodeStore> upstreams) {
    this.run = run;
    this.storage = storage;
    this.planned = planned;
    this.upstreams = List.copyOf(upstreams);
    this.header =
        new Header(
            storage.experiment(),
            run.id(),
            storage.configurationDigest(),
            storage.seed(),
            planned.replicates(),
            planned.conditions(),
            planned.configuredReplicates(),
            planned.configuredConditions(),
            storage.asConfigured(),
            storage.outputs());
    this.results =
        planned.conditions().stream()
            .map(condition -> new ConditionRecord(planned.replicates()))
            .toList();
  }

  /** The version's folder; empty until a task has begun. */
  public Optional<Path> folder() {
    return version.map(Version::folder);
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
   * Makes the version if this is the first task to begin.
   *
   * @return whether it was
   */
  public boolean begin() {
    if (version.isPresent()) {
      return false;
    }
    try {
      return makeVersion();
    } catch (IOException e) {
      throw failure("make a version of", e);
    }
  }

  private synchronized boolean makeVersion() throws IOException {
    if (version.isPresent()) {
      return false;
    }
    artifacts =
        storage.outputs().stream().map(output -> new ArtifactTable(planned.taskCount())).toList();
    Map<String, Integer> versions = new HashMap<>();
    for (NodeStore upstream : upstreams) {
      upstream.version.ifPresent(
          read -> versions.put(upstream.storage.experiment(), read.number()));
    }
    reads = versions;
    version = Optional.of(run.allocate(storage.experiment(), JournalLine.encode(header)));
    return true;
  }

  /**
   * A place to write an output to.
   *
   * @param output the output's alias
   * @throws IllegalArgumentException if there is no such output
   */
  public StagedFile stage(String output, int task, int attempt) {
    StoredOutput known = storage.outputs().get(indexOf(output));
    Path staging = current().folder().resolve(DataPaths.STAGING);
    return new StagedFile(known.alias(), staging.resolve(run.stagedName(task, attempt)));
  }

  /** Removes what an attempt that does not count has staged. */
  public void discard(List<StagedFile> files) {
    try {
      for (StagedFile file : files) {
        Files.deleteIfExists(file.file());
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
    List<ArtifactEntry> entries = new ArrayList<>(commit.files().size());
    for (StagedFile file : commit.files()) {
      entries.add(new ArtifactEntry(file.alias(), file.size(), Hashes.hex(file.sha256())));
    }
    try {
      byte[] line =
          JournalLine.encode(
              new Committed(
                  condition,
                  commit.replicate(),
                  commit.attempt(),
                  commit.measures(),
                  entries,
                  Optional.empty(),
                  reads,
                  define(condition),
                  commit.microseconds()));
      for (StagedFile file : commit.files()) {
        place(file, condition, commit);
      }
      current().journal().append(line, awaited);
      results.get(commit.condition()).add(commit.replicate(), commit.measures());
    } catch (IOException e) {
      throw failure("commit a task of", e);
    }
  }

  private void place(StagedFile file, String condition, TaskCommit commit) throws IOException {
    int output = indexOf(file.alias());
    Path place =
        DataPaths.artifact(
            current().folder(), commit.replicate(), condition, storage.outputs().get(output));
    DataPaths.makeFolder(DataPaths.folderOf(place), current().folder());
    Files.move(
        file.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    artifacts.get(output).put(taskIndex(commit.condition(), commit.replicate()), file);
  }

  /** Writes down that a task failed. */
  public void failed(Failed failure) {
    try {
      current().journal().append(JournalLine.encode(failure), false);
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
      current().journal().flush();
      files().results(planned.conditions().get(condition), results.get(condition));
    } catch (IOException e) {
      throw failure("write results of", e);
    }
  }

  /** Ends the version: every task has ended and every condition was written. */
  public void end() {
    if (version.isEmpty()) {
      return;
    }
    try {
      files().closing(storage.closing().of(byCondition()));
      files().describe(header);
      current().journal().append(JournalLine.encode(new End(isFull())), true);
      current().journal().close();
      Files.deleteIfExists(current().folder().resolve(DataPaths.STAGING));
    } catch (DirectoryNotEmptyException e) {
      // An executor that reports late may still write there.
      return;
    } catch (IOException e) {
      throw failure("finish", e);
    }
  }

  /** Leaves the version open, as far as it came: the run stops before its end. */
  public void leave() {
    if (version.isEmpty() || current().journal().closed()) {
      return;
    }
    try {
      current().journal().close();
      files().describe(header);
    } catch (IOException e) {
      throw failure("leave", e);
    }
  }

  /**
   * An artifact that this run committed.
   *
   * @throws IllegalArgumentException if there is no such output
   */
  public Optional<UpstreamArtifact> artifact(String output, int condition, int replicate) {
    int index = indexOf(output);
    if (artifacts.isEmpty()) {
      return Optional.empty();
    }
    return artifacts
        .get(index)
        .get(output, taskIndex(condition, replicate))
        .map(
            entry ->
                new UpstreamArtifact(
                    storage.experiment(),
                    output,
                    DataPaths.artifact(
                        current().folder(),
                        replicate,
                        planned.conditions().get(condition),
                        storage.outputs().get(index)),
                    entry.size(),
                    entry.sha256()));
  }

  /** Whether the outputs of another pass of a committed task are those that were committed. */
  public boolean sameAsCommitted(int condition, int replicate, List<StagedFile> files) {
    return files.stream()
        .allMatch(
            file ->
                artifacts.get(indexOf(file.alias())).holds(taskIndex(condition, replicate), file));
  }

  /** Definitions and the lines that use them are queued under one lock, so in this order. */
  private synchronized List<Integer> define(String condition) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    for (Definition definition : storage.definitions().getOrDefault(condition, List.of())) {
      Integer number = definitions.get(definition);
      if (number == null) {
        number = definitions.size();
        current().journal().append(JournalLine.encode(new Define(number, definition)), false);
        definitions.put(definition, number);
      }
      numbers.add(number);
    }
    return numbers;
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
        && planned.conditions().containsAll(planned.configuredConditions())
        && results.stream().allMatch(ConditionRecord::complete);
  }

  private int taskIndex(int condition, int replicate) {
    return condition * planned.replicates() + replicate;
  }

  private int indexOf(String output) {
    return IntStream.range(0, storage.outputs().size())
        .filter(i -> storage.outputs().get(i).alias().equals(output))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + storage.experiment() + "' has no output '" + output + "'"));
  }

  private Version current() {
    return version.orElseThrow(
        () -> new IllegalStateException("no task of '" + storage.experiment() + "' has begun"));
  }

  private DerivedFiles files() {
    return new DerivedFiles(current().folder());
  }

  private StoreException failure(String doing, IOException e) {
    return new StoreException("cannot " + doing + " '" + storage.experiment() + "'", e);
  }
}

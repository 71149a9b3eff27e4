package dev.crystallize.runtime.store;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ArtifactException.Kind;
import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.JournalEntry.Define;
import dev.crystallize.runtime.store.JournalEntry.End;
import dev.crystallize.runtime.store.JournalEntry.Failed;
import dev.crystallize.runtime.store.JournalEntry.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A version as its journal tells it; what else lies in its folder is derived from that. */
public final class StoredVersion {

  /** Names a task within a version. */
  private record Place(String condition, int replicate) {}

  private final int number;
  private final Path folder;
  private final Header header;
  private final VersionState state;
  private final Contents contents;
  private final Map<Place, Committed> tasks;
  private volatile @Nullable Path realFolder;

  private StoredVersion(
      int number, Path folder, Header header, VersionState state, Contents contents) {
    this.number = number;
    this.folder = folder;
    this.header = header;
    this.state = state;
    this.contents = contents;
    this.tasks = contents.tasks;
  }

  /**
   * Reads a version; empty if its folder has no journal of ours.
   *
   * @throws StoreException if the journal is that of another experiment
   */
  static Optional<StoredVersion> read(DataPaths paths, Leases leases, String experiment, int number)
      throws IOException {
    Path folder = paths.version(experiment, number);
    Contents contents = new Contents();
    Path journal = DataPaths.journal(folder);
    contents.fileSize = Journal.size(journal);
    contents.length = Journal.read(journal, contents::add);
    if (contents.header.isEmpty()) {
      return Optional.empty();
    }
    Header header = contents.header.get();
    if (!header.experiment().equals(experiment)) {
      throw new StoreException(
          "v%d of '%s' holds the journal of '%s'; move it away"
              .formatted(number, experiment, header.experiment()));
    }
    VersionState state = contents.full ? VersionState.FULL : VersionState.OPEN;
    if (leases.held(header.run())) {
      state = VersionState.RUNNING;
    }
    return Optional.of(new StoredVersion(number, folder, header, state, contents));
  }

  /** N of its folder {@code v<N>}. */
  public int number() {
    return number;
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /**
   * When its journal was written last.
   *
   * @throws StoreException if the file cannot be found
   */
  public Instant written() {
    Path journal = DataPaths.journal(folder);
    try {
      return Files.getLastModifiedTime(journal).toInstant();
    } catch (IOException e) {
      throw new StoreException("cannot find " + journal, e);
    }
  }

  /** What its last owner wrote of it. */
  public Header header() {
    return header;
  }

  /** Whether it is being written, done with, or neither. */
  public VersionState state() {
    return state;
  }

  /** Whether its last owner came to the end: every file derived from the journal is written. */
  public boolean ended() {
    return contents.ended;
  }

  /**
   * What held for a committed task when it ran.
   *
   * @param task a task of this version
   */
  public List<Definition> definitions(Committed task) {
    return task.uses().stream().map(contents.definitions::get).filter(Objects::nonNull).toList();
  }

  /** All that was written once for later lines, by the number they call it. */
  Map<Integer, Definition> definitions() {
    return Collections.unmodifiableMap(contents.definitions);
  }

  /** The length of the valid part of its journal in bytes. */
  long length() {
    return contents.length;
  }

  /** The size that its journal had before it was read, the invalid part included. */
  long fileSize() {
    return contents.fileSize;
  }

  /** The conditions of which it holds a task. */
  Set<String> heldConditions() {
    Set<String> conditions = new LinkedHashSet<>();
    tasks.keySet().forEach(place -> conditions.add(place.condition()));
    return conditions;
  }

  /** Its committed tasks in the order of their commits. */
  public Collection<Committed> tasks() {
    return Collections.unmodifiableCollection(tasks.values());
  }

  /** The failures of tasks that no later attempt committed, the last of each. */
  public List<Failed> failures() {
    return contents.failures.entrySet().stream()
        .filter(entry -> !tasks.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** How a task failed that no later attempt committed. */
  Optional<Failed> failure(String condition, int replicate) {
    Place place = new Place(condition, replicate);
    return tasks.containsKey(place)
        ? Optional.empty()
        : Optional.ofNullable(contents.failures.get(place));
  }

  /** Which of its replicates are not independent of each other. */
  public Clusters clusters() {
    return Clusters.repeating(header.replicates(), header.clusters());
  }

  /** A committed task. */
  public Optional<Committed> task(String condition, int replicate) {
    return Optional.ofNullable(tasks.get(new Place(condition, replicate)));
  }

  /** What was measured in a condition, bit for bit. */
  public ConditionResults results(String condition) {
    return record(condition);
  }

  ConditionRecord record(String condition) {
    ConditionRecord results = new ConditionRecord(header.replicates());
    tasks.forEach(
        (place, task) -> {
          if (place.condition().equals(condition) && place.replicate() < header.replicates()) {
            results.add(place.replicate(), task.measures());
          }
        });
    return results;
  }

  /**
   * An artifact by its output's alias.
   *
   * @throws ArtifactException if there is none, naming what there is
   * @throws StoreException if its path leaves the version's folder
   */
  public UpstreamArtifact artifact(String output, String condition, int replicate) {
    StoredOutput stored =
        header.outputs().stream()
            .filter(known -> known.alias().equals(output))
            .findFirst()
            .orElseThrow(
                () -> unknown(output, header.outputs().stream().map(StoredOutput::alias).toList()));
    return artifact(stored, condition, replicate);
  }

  /**
   * An artifact by step and file name, as the Python tools name it.
   *
   * @param step the step's name or the name of its folder
   * @throws ArtifactException if there is none, naming what there is
   * @throws StoreException if its path leaves the version's folder
   */
  public UpstreamArtifact artifact(String step, String fileName, String condition, int replicate) {
    StoredOutput stored =
        header.outputs().stream()
            .filter(known -> known.step().equals(step) || known.stepFolder().equals(step))
            .filter(known -> known.fileName().equals(fileName))
            .findFirst()
            .orElseThrow(
                () ->
                    unknown(
                        step + "/" + fileName,
                        header.outputs().stream()
                            .map(known -> known.stepFolder() + "/" + known.fileName())
                            .toList()));
    return artifact(stored, condition, replicate);
  }

  private UpstreamArtifact artifact(StoredOutput output, String condition, int replicate) {
    Path path = DataPaths.artifact(folder, replicate, condition, output);
    ArtifactEntry entry =
        task(condition, replicate).stream()
            .flatMap(task -> task.artifacts().stream())
            .filter(candidate -> candidate.output().equals(output.alias()))
            .findFirst()
            .orElseThrow(() -> notCommitted(output, condition, replicate, path));
    requireInside(path, output);
    return new UpstreamArtifact(
        header.experiment(), output.alias(), path, entry.size(), entry.sha256());
  }

  /**
   * Whether a path stays in its folder, links followed.
   *
   * @throws NoSuchFileException if there is no such file
   */
  boolean holds(Path path) throws IOException {
    if (path.startsWith(folder) && !passesLink(path)) {
      return true;
    }
    Path real = realFolder;
    if (real == null) {
      real = folder.toRealPath();
      realFolder = real;
    }
    return path.toRealPath().startsWith(real);
  }

  /**
   * Whether a path below the folder is or passes a symbolic link. As a rule none does, and this
   * takes a fraction of what it takes to resolve the path from the root on.
   */
  private boolean passesLink(Path path) throws IOException {
    boolean passes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isSymbolicLink();
    for (Path part = DataPaths.folderOf(path);
        !passes && !part.equals(folder);
        part = DataPaths.folderOf(part)) {
      passes = Files.isSymbolicLink(part);
    }
    return passes;
  }

  private void requireInside(Path path, StoredOutput output) {
    try {
      if (!holds(path)) {
        throw new StoreException(path + " leads out of its version's folder");
      }
    } catch (NoSuchFileException e) {
      throw MissingArtifact.of(header.experiment(), output.alias(), path, folder, e);
    } catch (IOException e) {
      throw new StoreException("cannot find " + path, e);
    }
  }

  private ArtifactException unknown(String name, List<String> known) {
    return new ArtifactException(
        Kind.MISSING,
        String.format(
            "'%s' has no artifact '%s' in %s; its manifest lists %s%s",
            header.experiment(),
            name,
            folder,
            known,
            Suggestions.nearest(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("")));
  }

  private ArtifactException notCommitted(
      StoredOutput output, String condition, int replicate, Path path) {
    String replicates =
        tasks.keySet().stream()
            .filter(place -> place.condition().equals(condition))
            .map(place -> Integer.toString(place.replicate()))
            .collect(Collectors.joining(", "));
    return new ArtifactException(
        Kind.MISSING,
        String.format(
            "'%s' of '%s' was not committed for %s:%d, so there is no %s; conditions are %s,"
                + " committed replicates of '%s': %s",
            output.alias(),
            header.experiment(),
            condition,
            replicate,
            path,
            header.conditions(),
            condition,
            replicates.isEmpty() ? "none" : replicates));
  }

  /** Gathers a journal: the last header counts, and an end only if no header follows it. */
  private static final class Contents {
    private Optional<Header> header = Optional.empty();
    private boolean ended;
    private boolean full;
    private long length;
    private long fileSize;
    private final Map<Integer, Definition> definitions = new LinkedHashMap<>();
    private final Map<Place, Committed> tasks = new LinkedHashMap<>();
    private final Map<Place, Failed> failures = new LinkedHashMap<>();

    void add(JournalEntry entry) {
      if (entry instanceof Header taken) {
        header = Optional.of(taken);
        full = false;
        ended = false;
      } else if (entry instanceof Define define) {
        definitions.put(define.number(), define.definition());
      } else if (entry instanceof Committed task) {
        tasks.put(new Place(task.condition(), task.replicate()), task);
      } else if (entry instanceof Failed task) {
        failures.put(new Place(task.condition(), task.replicate()), task);
      } else if (entry instanceof End end) {
        full = end.full();
        ended = true;
      }
    }
  }
}

package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the journal lines of the tasks that one experiment commits. */
final class TaskLines {

  /** Memory that one task with a long series has taken is not kept for the others. */
  private static final int LONG = 1 << 16;

  /** What was defined for a condition, as a rule the same for all of its tasks. */
  private record Defined(OwnedVersion version, Optional<String> base, List<Integer> numbers) {}

  private final NodeStorage storage;
  private final ThreadLocal<LineEncoder> encoders;
  private final Map<String, Defined> defined = new ConcurrentHashMap<>();

  /**
   * Prepares.
   *
   * @param storage the experiment
   * @param encoders one for each thread
   */
  TaskLines(NodeStorage storage, ThreadLocal<LineEncoder> encoders) {
    this.storage = storage;
    this.encoders = encoders;
  }

  /**
   * The line of a task.
   *
   * @param version where it will be appended; definitions that it needs are appended now
   * @throws IllegalArgumentException if what the task measured cannot be written down
   */
  byte[] line(String condition, TaskCommit commit, OwnedVersion version) throws IOException {
    List<ArtifactEntry> entries = new ArrayList<>(commit.files().size());
    for (StagedFile file : commit.files()) {
      entries.add(
          new ArtifactEntry(file.alias(), file.size(), Hashes.hex(file.sha256()), file.modified()));
    }
    Committed task =
        new Committed(
            condition,
            commit.replicate(),
            commit.attempt(),
            commit.measures(),
            entries,
            commit.fingerprint().map(TaskCommit.Fingerprinted::sha256),
            commit.reads(),
            uses(condition, commit, version),
            commit.microseconds(),
            OptionalInt.empty());
    boolean usable = false;
    try {
      byte[] line = encoders.get().encode(task);
      usable = line.length <= LONG;
      return line;
    } finally {
      if (!usable) {
        encoders.remove();
      }
    }
  }

  private List<Integer> uses(String condition, TaskCommit commit, OwnedVersion version)
      throws IOException {
    Optional<String> base = commit.fingerprint().map(TaskCommit.Fingerprinted::base);
    Defined known = defined.get(condition);
    if (known != null && known.version() == version && known.base().equals(base)) {
      return known.numbers();
    }
    List<Definition> all =
        new ArrayList<>(storage.definitions().getOrDefault(condition, List.of()));
    base.ifPresent(text -> all.add(new Definition(TaskFingerprints.BASE, text)));
    List<Integer> numbers = List.copyOf(version.define(all));
    defined.put(condition, new Defined(version, base, numbers));
    return numbers;
  }
}

package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Size and hash of every artifact of one experiment in one run. */
final class NodeArtifacts {

  private final NodeStorage storage;
  private final int tasks;

  /** One for each output; made when the first artifact is known. */
  private volatile List<ArtifactTable> tables = List.of();

  NodeArtifacts(NodeStorage storage, int tasks) {
    this.storage = storage;
    this.tasks = tasks;
  }

  void put(int task, int output, StagedFile file) {
    tables().get(output).put(task, file);
  }

  /** An artifact of an earlier run; one of an output that there is no more is passed over. */
  void put(int task, ArtifactEntry artifact) {
    for (int output = 0; output < storage.outputs().size(); output++) {
      if (storage.outputs().get(output).alias().equals(artifact.output())) {
        tables().get(output).put(task, artifact);
      }
    }
  }

  Optional<ArtifactEntry> get(int task, int output) {
    return tables.isEmpty()
        ? Optional.empty()
        : tables.get(output).get(storage.outputs().get(output).alias(), task);
  }

  boolean holds(int task, StagedFile file) {
    return tables.get(indexOf(file.alias())).holds(task, file);
  }

  /**
   * The place of an output.
   *
   * @throws IllegalArgumentException if there is none of that alias
   */
  int indexOf(String output) {
    return IntStream.range(0, storage.outputs().size())
        .filter(i -> storage.outputs().get(i).alias().equals(output))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + storage.experiment() + "' has no output '" + output + "'"));
  }

  private List<ArtifactTable> tables() {
    if (tables.isEmpty()) {
      make();
    }
    return tables;
  }

  private synchronized void make() {
    if (tables.isEmpty()) {
      tables = storage.outputs().stream().map(output -> new ArtifactTable(tasks)).toList();
    }
  }
}

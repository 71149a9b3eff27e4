package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import java.util.Arrays;
import java.util.Optional;

/**
 * Size and hash of one output in every task of an experiment, in primitive form.
 *
 * <p>It needs no lock: who reads an entry runs after its task was committed.
 */
final class ArtifactTable {

  private static final long ABSENT = -1;

  private final long[] sizes;
  private final long[] modified;
  private final byte[] hashes;

  ArtifactTable(int tasks) {
    sizes = new long[tasks];
    modified = new long[tasks];
    hashes = new byte[Math.multiplyExact(tasks, Hashes.LENGTH)];
    Arrays.fill(sizes, ABSENT);
  }

  void put(int task, StagedFile file) {
    put(task, file.sha256(), file.size(), file.modified());
  }

  void put(int task, ArtifactEntry entry) {
    put(task, Hashes.bytes(entry.sha256()), entry.size(), entry.modified());
  }

  private void put(int task, byte[] hash, long size, long written) {
    System.arraycopy(hash, 0, hashes, task * Hashes.LENGTH, Hashes.LENGTH);
    modified[task] = written;
    sizes[task] = size;
  }

  Optional<ArtifactEntry> get(String output, int task) {
    return sizes[task] == ABSENT
        ? Optional.empty()
        : Optional.of(
            new ArtifactEntry(output, sizes[task], Hashes.hex(hash(task)), modified[task]));
  }

  boolean holds(int task, StagedFile file) {
    return sizes[task] == file.size() && Arrays.equals(hash(task), file.sha256());
  }

  private byte[] hash(int task) {
    return Arrays.copyOfRange(hashes, task * Hashes.LENGTH, (task + 1) * Hashes.LENGTH);
  }
}

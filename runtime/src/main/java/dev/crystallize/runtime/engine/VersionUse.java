package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.TaskFingerprints;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a run deals with versions that exist.
 *
 * @param fingerprints what tasks depend on; without them no later run can resume this one
 * @param resume what to take up of earlier runs; empty to run everything into new versions
 * @param keep how many full versions of each experiment stay when the run has succeeded; empty to
 *     delete none
 */
public record VersionUse(
    Optional<TaskFingerprints> fingerprints, Optional<Resume> resume, OptionalInt keep) {

  /** Everything runs, nothing is remembered for later, nothing is deleted. */
  public static final VersionUse NEW_ONLY =
      new VersionUse(Optional.empty(), Optional.empty(), OptionalInt.empty());

  /**
   * What to take up of earlier runs.
   *
   * @param whole the graph of the run with the same replicates and no treatment deselected
   * @param verify whether every artifact is read and hashed before it is reused
   */
  public record Resume(GraphPlan whole, boolean verify) {}

  /**
   * Checks that there is something to compare.
   *
   * @throws IllegalArgumentException if a run without fingerprints is to resume, or none is to stay
   */
  public VersionUse {
    if (resume.isPresent() && fingerprints.isEmpty()) {
      throw new IllegalArgumentException("resuming needs the fingerprints of tasks");
    }
    if (keep.isPresent() && keep.getAsInt() < 1) {
      throw new IllegalArgumentException("at least 1 version must be kept, not " + keep.getAsInt());
    }
  }

  /** Everything runs, and later runs can resume it. */
  public static VersionUse fresh(TaskFingerprints fingerprints) {
    return new VersionUse(Optional.of(fingerprints), Optional.empty(), OptionalInt.empty());
  }

  /** What earlier runs left is taken up. */
  public static VersionUse resuming(TaskFingerprints fingerprints, GraphPlan whole) {
    return new VersionUse(
        Optional.of(fingerprints), Optional.of(new Resume(whole, false)), OptionalInt.empty());
  }

  /** The same, and of each experiment only so many full versions stay. */
  public VersionUse keeping(int versions) {
    return new VersionUse(fingerprints, resume, OptionalInt.of(versions));
  }
}

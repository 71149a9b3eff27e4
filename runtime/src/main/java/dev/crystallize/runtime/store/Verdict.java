package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.Committed;
import java.util.List;
import java.util.Optional;

/** Whether a task has to run, and why. */
public sealed interface Verdict {

  /**
   * An earlier task stands in for it.
   *
   * @param version the version that holds that task
   * @param task its entry there
   */
  record Reuse(StoredVersion version, Committed task) implements Verdict {}

  /** It has to run. */
  sealed interface Run extends Verdict {}

  /** No version holds it. */
  record NeverRan() implements Run {}

  /**
   * No version holds it, and in the newest it failed.
   *
   * @param version that version's number
   * @param step the step that failed, if one did
   */
  record FailedBefore(int version, Optional<String> step) implements Run {}

  /**
   * The newest version that holds it depended on something else.
   *
   * @param version that version's number
   * @param before what its journal says held for the task
   * @param itself whether more than the artifacts it reads is different
   * @param inputs the aliases of the inputs whose artifacts differ, as far as the journals tell
   */
  record Changed(int version, List<Definition> before, boolean itself, List<String> inputs)
      implements Run {
    /** Copies the lists. */
    public Changed {
      before = List.copyOf(before);
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * It ran with the same inputs, but what it wrote is gone.
   *
   * @param version the number of the version that held it
   * @param output the alias of the first output that is missing
   */
  record ArtifactMissing(int version, String output) implements Run {}

  /**
   * It ran with the same inputs, but what it wrote was changed since.
   *
   * @param version the number of the version that held it
   * @param output the alias of the first output that is not as it was committed
   */
  record ArtifactChanged(int version, String output) implements Run {}

  /**
   * Whether it runs is known only when what it reads has run.
   *
   * @param experiments the experiments that it waits for
   */
  record Pending(List<String> experiments) implements Verdict {
    /** Copies the list. */
    public Pending {
      experiments = List.copyOf(experiments);
    }
  }
}

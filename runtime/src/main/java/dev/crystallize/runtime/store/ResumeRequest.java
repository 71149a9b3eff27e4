package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.GraphPlan;
import java.util.List;

/**
 * What a run wants to take up from earlier ones.
 *
 * @param wanted what the run runs
 * @param whole the same graph with the same replicates and no treatment deselected: a version is
 *     filled in only if everything in it still holds, wanted or not
 * @param storage what is written of each experiment, in the order of the plans
 * @param fingerprints what tasks depend on
 * @param verify whether artifacts are read and hashed even where size and time are as committed
 */
public record ResumeRequest(
    GraphPlan wanted,
    GraphPlan whole,
    List<NodeStorage> storage,
    TaskFingerprints fingerprints,
    boolean verify) {

  /**
   * Checks that the plans fit.
   *
   * @throws IllegalArgumentException if they do not plan the same experiments with the same
   *     replicates
   */
  public ResumeRequest {
    storage = List.copyOf(storage);
    for (int i = 0; i < wanted.experimentCount() || i < whole.experimentCount(); i++) {
      if (wanted.experimentCount() != whole.experimentCount()
          || !wanted.experiment(i).name().equals(whole.experiment(i).name())
          || wanted.experiment(i).replicates() != whole.experiment(i).replicates()
          || !whole.experiment(i).conditions().containsAll(wanted.experiment(i).conditions())) {
        throw new IllegalArgumentException(
            "the wanted tasks are no part of the whole plan: experiment " + i);
      }
    }
  }
}

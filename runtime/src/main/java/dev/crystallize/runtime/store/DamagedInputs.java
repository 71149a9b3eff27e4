package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.JournalEntry.Failed;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The tasks of which somebody who read their artifacts found out that these are damaged. Size and
 * time need not tell of it, so that whoever resumes would trust them once more, and fail again.
 */
final class DamagedInputs {

  private static final String ID = "[" + ArtifactException.Kind.CORRUPTED.id() + "]";

  private DamagedInputs() {}

  /**
   * Looks at the failures that the newest versions tell of.
   *
   * @return the tasks of the plan whose artifacts must be read to know whether they stand
   */
  static BitSet of(GraphPlan plan, List<VersionHistory> histories) {
    BitSet tasks = new BitSet();
    for (PlannedExperiment experiment : plan.experiments()) {
      Optional<StoredVersion> newest = histories.get(experiment.index()).newest();
      if (newest.isPresent() && !experiment.reads().isEmpty()) {
        for (Failed failure : newest.get().failures()) {
          int condition = experiment.conditions().indexOf(failure.condition());
          if (failure.message().contains(ID)
              && condition >= 0
              && failure.replicate() < experiment.replicates()) {
            plan.forEachUpstream(
                plan.task(experiment.index(), condition, failure.replicate()), tasks::set);
          }
        }
      }
    }
    return tasks;
  }
}

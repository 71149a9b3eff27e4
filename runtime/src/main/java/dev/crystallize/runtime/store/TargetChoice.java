package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import java.util.List;

/** Chooses where the results of an experiment go, by its newest version. */
final class TargetChoice {

  /** What was decided about a task, by the place of its condition in the whole plan. */
  @FunctionalInterface
  interface Verdicts {
    Verdict of(int condition, int replicate);
  }

  private final ResumeRequest request;
  private final VersionRules rules;

  TargetChoice(ResumeRequest request, VersionRules rules) {
    this.request = request;
    this.rules = rules;
  }

  /** Whether a version could be filled in if all that it holds stands. */
  boolean mightFill(int experiment, StoredVersion newest) {
    return rules.fillable(newest.state()) && fits(experiment, newest);
  }

  Target target(int experiment, StoredVersion newest, Verdicts verdicts) {
    if (fits(experiment, newest)) {
      if (rules.bindable(newest)
          && holdsAllWanted(experiment, newest, verdicts)
          && !(newest.state() == VersionState.OPEN && completes(experiment))) {
        return new Target.Bound(newest);
      }
      if (rules.fillable(newest.state()) && allStands(experiment, newest, verdicts)) {
        return new Target.Fill(newest);
      }
    }
    return new Target.New(newest.state() == VersionState.RUNNING);
  }

  private boolean fits(int experiment, StoredVersion version) {
    return version.header().replicates() == request.whole().experiment(experiment).replicates()
        && version.header().seed() == request.storage().get(experiment).seed();
  }

  /**
   * Whether the run asks for all that the configuration does. Then an unfinished version is not
   * left at that, even if it lacks no more than the word that it is full: others read only those.
   */
  private boolean completes(int experiment) {
    PlannedExperiment planned = request.wanted().experiment(experiment);
    return request.storage().get(experiment).asConfigured()
        && planned.replicates() >= planned.configuredReplicates()
        && planned.conditions().containsAll(planned.configuredConditions());
  }

  private boolean holdsAllWanted(int experiment, StoredVersion version, Verdicts verdicts) {
    List<String> all = request.whole().experiment(experiment).conditions();
    PlannedExperiment wanted = request.wanted().experiment(experiment);
    for (String condition : wanted.conditions()) {
      int place = all.indexOf(condition);
      for (int replicate = 0; replicate < wanted.replicates(); replicate++) {
        if (!isEntryOf(version, verdicts.of(place, replicate))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isEntryOf(StoredVersion version, Verdict verdict) {
    return verdict instanceof Verdict.Reuse reuse && reuse.version() == version;
  }

  private boolean allStands(int experiment, StoredVersion version, Verdicts verdicts) {
    PlannedExperiment planned = request.whole().experiment(experiment);
    for (Committed held : version.tasks()) {
      int place = planned.conditions().indexOf(held.condition());
      if (place < 0
          || held.replicate() >= planned.replicates()
          || !rules.standsIn(verdicts.of(place, held.replicate()), version)) {
        return false;
      }
    }
    return true;
  }
}

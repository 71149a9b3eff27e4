package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.RunOutcome;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.Resumption;
import dev.crystallize.runtime.store.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people should know about a run and the versions beside it. */
final class ResumeNotes {

  private static final int SHOWN = 8;

  private final RunFingerprints fingerprints;

  ResumeNotes(RunFingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** The notes of a run that resumed, a line each. */
  List<String> of(RunOutcome outcome) {
    List<String> notes = new ArrayList<>();
    for (PlannedExperiment planned : outcome.plan().experiments()) {
      off(fingerprints, planned.name()).ifPresent(notes::add);
      outcome.resumption().flatMap(each -> beside(each, planned)).ifPresent(notes::add);
    }
    notes.addAll(pruning(outcome));
    return notes;
  }

  /** Says that nothing of an experiment can be reused, if that is so. */
  static Optional<String> off(RunFingerprints fingerprints, String experiment) {
    List<String> unreadable = fingerprints.unreadable(experiment);
    return unreadable.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "resume is off for '"
                + experiment
                + "': no bytecode could be read of "
                + String.join(", ", unreadable));
  }

  /** Says that classes count whole, as none can look into their files yet, if that is so. */
  static Optional<String> newer(RunFingerprints fingerprints, String experiment) {
    List<String> newer = fingerprints.newer(experiment);
    return newer.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "class files of '"
                + experiment
                + "' are newer than this crystallize-runtime can look into, so any change of them"
                + " runs its tasks again: "
                + String.join(", ", newer.subList(0, Math.min(SHOWN, newer.size())))
                + (newer.size() > SHOWN ? " and " + (newer.size() - SHOWN) + " more" : ""));
  }

  private static Optional<String> beside(Resumption resumption, PlannedExperiment planned) {
    return resumption.target(planned.index()) instanceof Target.New made && made.beside()
        ? Optional.of(
            "another run is writing '" + planned.name() + "'; this one wrote a version of its own")
        : Optional.empty();
  }

  /** Says that old versions stayed although they were not to, if that is so. */
  static List<String> pruning(RunOutcome outcome) {
    return outcome.pruning().postponed()
        ? List.of("no old version was deleted: another run uses the data folder")
        : List.of();
  }
}

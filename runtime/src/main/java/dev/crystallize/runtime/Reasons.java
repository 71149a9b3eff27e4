package dev.crystallize.runtime;

import dev.crystallize.runtime.fingerprint.Fingerprint;
import dev.crystallize.runtime.store.Definition;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.TaskFingerprints;
import dev.crystallize.runtime.store.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells why a task runs, in words a person can act on. */
final class Reasons {

  private record Known(String experiment, String condition, List<Definition> before) {}

  private final RunFingerprints fingerprints;
  private final Map<String, NodeStorage> storage = new HashMap<>();
  private final Map<Known, List<String>> known = new HashMap<>();

  /**
   * Gets ready.
   *
   * @param fingerprints what tasks depend on now
   * @param storage what experiments write
   */
  Reasons(RunFingerprints fingerprints, List<NodeStorage> storage) {
    this.fingerprints = fingerprints;
    storage.forEach(each -> this.storage.put(each.experiment(), each));
  }

  /**
   * The reasons, at least one.
   *
   * @param reads for each input the output that it reads, such as {@code split#train}, by alias
   */
  List<String> of(String experiment, String condition, Verdict verdict, Map<String, String> reads) {
    if (verdict instanceof Verdict.Reuse reuse) {
      return reuse(experiment, condition, reuse);
    }
    if (verdict instanceof Verdict.Changed changed) {
      return changed(experiment, condition, changed, reads);
    }
    if (verdict instanceof Verdict.ArtifactMissing missing) {
      return List.of("artifact " + file(experiment, missing.output()) + " missing");
    }
    if (verdict instanceof Verdict.ArtifactChanged damaged) {
      return List.of(
          "artifact " + file(experiment, damaged.output()) + " is not as it was written");
    }
    if (verdict instanceof Verdict.FailedBefore failed) {
      String step = failed.step().map(name -> ", step '" + name + "'").orElse("");
      return List.of("it failed in v" + failed.version() + step);
    }
    return List.of("no earlier run has committed it");
  }

  private List<String> reuse(String experiment, String condition, Verdict.Reuse reuse) {
    List<Definition> before = reuse.version().definitions(reuse.task());
    String base = fingerprints.base(experiment, condition);
    if (before.contains(new Definition(TaskFingerprints.BASE, base))) {
      return List.of("nothing that it depends on has changed");
    }
    return differences(experiment, condition, before).stream()
        .map(difference -> "accepted: " + difference)
        .toList();
  }

  private List<String> changed(
      String experiment, String condition, Verdict.Changed changed, Map<String, String> reads) {
    Optional<String> off = ResumeNotes.off(fingerprints, experiment);
    if (off.isPresent()) {
      return List.of(off.get());
    }
    List<String> reasons = new ArrayList<>();
    if (changed.itself()) {
      reasons.addAll(differences(experiment, condition, changed.before()));
    }
    changed
        .inputs()
        .forEach(alias -> reasons.add("artifact " + reads.getOrDefault(alias, alias) + " changed"));
    return reasons.isEmpty()
        ? List.of("v" + changed.version() + " does not say what it depended on")
        : reasons;
  }

  private List<String> differences(String experiment, String condition, List<Definition> before) {
    return known.computeIfAbsent(
        new Known(experiment, condition, before),
        each -> {
          Fingerprint now = fingerprints.of(experiment, condition);
          return RunFingerprints.before(before)
              .map(old -> Fingerprint.reasons(old, now, Conditions.words(condition)))
              .orElse(List.of());
        });
  }

  private String file(String experiment, String output) {
    return Optional.ofNullable(storage.get(experiment)).stream()
        .flatMap(each -> each.outputs().stream())
        .filter(each -> each.alias().equals(output))
        .map(StoredOutput::fileName)
        .findFirst()
        .orElse(output);
  }
}

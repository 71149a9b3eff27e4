package dev.crystallize.processor.report;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticKind;
import dev.crystallize.runtime.config.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is found over all rounds. What is found twice counts once. */
public final class Diagnostics {

  private final Set<Finding> findings = new LinkedHashSet<>();

  /** Reports a mistake in an experiment's configuration, with the line it stands in. */
  public void report(ExperimentModel experiment, Place place, Diagnostic diagnostic) {
    report(diagnostic.at(place, experiment.file().source()), experiment.place());
  }

  /** Reports a mistake in Java, or one whose place in YAML is in the diagnostic already. */
  public void report(Diagnostic diagnostic, ElementPlace place) {
    findings.add(new Finding(diagnostic, place));
  }

  /** Returns what was found, in the order in which it was. */
  public List<Finding> findings() {
    return new ArrayList<>(findings);
  }

  /** Returns the first error that was reported for an experiment, given by its folder. */
  public Optional<Diagnostic> firstError(String experiment) {
    return findings.stream()
        .map(Finding::diagnostic)
        .filter(diagnostic -> diagnostic.experiment().equals(experiment))
        .filter(diagnostic -> diagnostic.kind() == DiagnosticKind.ERROR)
        .min(Diagnostic::compareTo);
  }
}

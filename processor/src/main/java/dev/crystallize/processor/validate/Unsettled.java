package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.Finding;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticId;
import dev.crystallize.runtime.config.Place;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What no rule can judge: names and values that could not be read as they are written, and code
 * with annotations that the compiler does not know. They may be ours, with an import missing, so
 * nobody can tell what that code is meant to be; the compiler reports them.
 */
public final class Unsettled {

  private final Set<String> folders;
  private final Set<String> readers;
  private final Set<Place> unread;
  private final BooleanSupplier experimentsMayBeMissing;

  /**
   * Looks for it in a graph.
   *
   * @param reading what was found when the graph was read
   * @param experimentsMayBeMissing whether a class bears such an annotation; asked only if needed
   */
  public Unsettled(Graph graph, Diagnostics reading, BooleanSupplier experimentsMayBeMissing) {
    this.folders =
        graph.experiments().stream()
            .filter(experiment -> !experiment.scope().settled())
            .map(ExperimentModel::folder)
            .collect(Collectors.toSet());
    this.readers =
        graph.experiments().stream()
            .filter(
                reader ->
                    graph.upstream(reader).stream()
                        .anyMatch(above -> folders.contains(above.folder())))
            .map(ExperimentModel::folder)
            .collect(Collectors.toSet());
    this.unread =
        reading.findings().stream()
            .map(Finding::diagnostic)
            .filter(
                diagnostic ->
                    diagnostic.id() == DiagnosticId.CONFIG_QUOTE
                        || diagnostic.id() == DiagnosticId.CONFIG_TYPE)
            .flatMap(diagnostic -> diagnostic.place().stream())
            .collect(Collectors.toSet());
    this.experimentsMayBeMissing = experimentsMayBeMissing;
  }

  /** Returns whether a finding rests on any of it. */
  public boolean supports(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    String experiment = diagnostic.experiment();
    DiagnosticId id = diagnostic.id();
    return folders.contains(experiment)
        || (id == DiagnosticId.ARTIFACT_TYPE && readers.contains(experiment))
        || (id == DiagnosticId.UNKNOWN_EXPERIMENT && experimentsMayBeMissing.getAsBoolean())
        || diagnostic.place().filter(unread::contains).isPresent();
  }
}

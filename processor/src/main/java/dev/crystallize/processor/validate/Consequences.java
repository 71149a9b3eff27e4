package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.Finding;
import dev.crystallize.runtime.config.DiagnosticId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warnings that an error already explains: where an artifact's type is wrong, its writer and loader
 * are unused because of that.
 */
public final class Consequences {

  private final Set<String> mistyped;

  /** Looks for what explains warnings in all that was found. */
  public Consequences(Graph graph, Diagnostics found) {
    Set<String> told =
        found.findings().stream()
            .map(Finding::diagnostic)
            .filter(diagnostic -> diagnostic.id() == DiagnosticId.ARTIFACT_TYPE)
            .map(diagnostic -> diagnostic.experiment())
            .collect(Collectors.toSet());
    this.mistyped =
        graph.experiments().stream()
            .filter(reader -> told.contains(reader.folder()))
            .flatMap(
                reader ->
                    Stream.concat(
                        Stream.of(reader.folder()),
                        graph.upstream(reader).stream().map(above -> above.folder())))
            .collect(Collectors.toSet());
  }

  /** Returns whether a finding only follows from another. */
  public boolean include(Finding finding) {
    return finding.diagnostic().id() == DiagnosticId.UNUSED_CODE
        && mistyped.contains(finding.diagnostic().experiment());
  }
}

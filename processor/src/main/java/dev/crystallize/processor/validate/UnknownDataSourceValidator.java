package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code unknown-datasource}: a name under {@code datasource} that no datasource has. */
final class UnknownDataSourceValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromMethod origin) {
        Known.unknown(origin.method())
            .flatMap(name -> diagnostic(experiment, graph, name))
            .ifPresent(
                diagnostic ->
                    diagnostics.report(experiment, source.config().target().place(), diagnostic));
      }
    }
  }

  private static Optional<Diagnostic> diagnostic(
      ExperimentModel experiment, Graph graph, Resolution.Unknown<?> name) {
    return UnknownName.of(experiment, Message.UNKNOWN_DATASOURCE, Annotation.DATA_SOURCE, name)
        .map(diagnostic -> slip(graph, name.name()).map(diagnostic::withDetail).orElse(diagnostic));
  }

  /** A reference that lacks its output, or its experiment. */
  private static Optional<String> slip(Graph graph, String name) {
    for (GraphNode node :
        Stream.<GraphNode>concat(graph.experiments().stream(), graph.compiled().stream())
            .toList()) {
      boolean named = node.name().equals(name) || node.folder().equals(name);
      if (named && !node.outputAliases().isEmpty()) {
        return Optional.of(
            "to read the output of an experiment write '"
                + name
                + "#"
                + node.outputAliases().get(0)
                + "'");
      }
      if (node.outputAliases().contains(name)) {
        return Optional.of(
            "to read the output of an experiment write '" + node.name() + "#" + name + "'");
      }
    }
    return Optional.empty();
  }
}

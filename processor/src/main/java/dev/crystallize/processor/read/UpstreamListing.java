package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code upstream-not-listed}: a reference to an experiment of another jar that no {@code upstream}
 * lists. It is seen at all only because a listed one reads from it, which may change.
 */
final class UpstreamListing {

  private UpstreamListing() {}

  static void report(Graph graph, Diagnostics diagnostics) {
    for (ExperimentModel experiment : graph.experiments()) {
      Set<String> told = new HashSet<>();
      for (SourceModel source : experiment.sources()) {
        target(graph, source)
            .filter(other -> !other.listed() && told.add(other.graphClass()))
            .ifPresent(
                other ->
                    diagnostics.report(
                        experiment,
                        source.config().target().place(),
                        Diagnostic.of(
                            experiment.folder(),
                            Message.UPSTREAM_NOT_LISTED,
                            other.name(),
                            readerOf(graph, other))));
      }
    }
  }

  private static Optional<CompiledExperiment> target(Graph graph, SourceModel source) {
    return source.origin() instanceof SourceModel.FromUpstream upstream
        ? upstream
            .experiment()
            .found()
            .flatMap(graph::experiment)
            .filter(CompiledExperiment.class::isInstance)
            .map(CompiledExperiment.class::cast)
        : Optional.empty();
  }

  private static String readerOf(Graph graph, CompiledExperiment read) {
    Stream<GraphNode> others = graph.compiled().stream().map(node -> node);
    return others
        .filter(node -> node.upstream().contains(read.graphClass()))
        .map(GraphNode::name)
        .findFirst()
        .orElse(read.name());
  }
}

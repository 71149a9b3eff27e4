package dev.crystallize.processor.validate;

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
 * {@code upstream-not-listed}: a reference to an experiment of another jar that is known only
 * because another experiment reads it.
 */
final class UpstreamNotListedValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Set<String> reported = new HashSet<>();
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromUpstream origin) {
        Optional<GraphNode> upstream = origin.experiment().found().flatMap(graph::experiment);
        if (upstream.isPresent()
            && upstream.get() instanceof CompiledExperiment compiled
            && !compiled.listed()
            && reported.add(compiled.graphClass())) {
          diagnostics.report(
              experiment,
              source.config().target().place(),
              Diagnostic.of(
                  experiment.folder(),
                  Message.UPSTREAM_NOT_LISTED,
                  compiled.name(),
                  readerOf(graph, experiment, compiled)));
        }
      }
    }
  }

  private static String readerOf(
      Graph graph, ExperimentModel experiment, CompiledExperiment compiled) {
    return Stream.<GraphNode>concat(graph.compiled().stream(), graph.experiments().stream())
        .filter(node -> node != experiment && node.upstream().contains(compiled.graphClass()))
        .map(GraphNode::name)
        .findFirst()
        .orElse(experiment.name());
  }
}

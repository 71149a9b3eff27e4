package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code missing-artifact}: a reference to an output that the other experiment does not have. */
final class MissingArtifactValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromUpstream origin) {
        Optional<GraphNode> upstream = origin.experiment().found().flatMap(graph::experiment);
        Known.unknown(origin.output())
            .ifPresent(
                unknown ->
                    upstream
                        .filter(node -> !meansToWrite(node, unknown.name()))
                        .ifPresent(
                            node ->
                                diagnostics.report(
                                    experiment,
                                    source.config().target().place(),
                                    diagnostic(experiment, source, node, unknown.name()))));
      }
    }
  }

  /** Then the other experiment has forgotten it among its outputs, which is reported there. */
  private static boolean meansToWrite(GraphNode upstream, String output) {
    return upstream instanceof ExperimentModel experiment
        && experiment.steps().stream()
            .flatMap(
                step -> Stream.concat(step.outputs().values().stream(), step.artifact().stream()))
            .flatMap(binding -> Known.unknown(binding.alias()).stream())
            .anyMatch(unknown -> unknown.name().equals(output));
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment, SourceModel source, GraphNode upstream, String output) {
    List<String> outputs = upstream.outputAliases();
    Suggestion suggestion = Suggestions.of(output, outputs);
    Diagnostic diagnostic =
        Diagnostic.of(experiment.folder(), Message.MISSING_ARTIFACT, upstream.name(), output)
            .suggesting(suggestion)
            .withDetail(
                outputs.isEmpty()
                    ? "'" + upstream.name() + "' has no outputs"
                    : "outputs of '" + upstream.name() + "': " + Suggestion.listed(outputs));
    List<String> readers = Bindings.readersOf(experiment, source.alias());
    return readers.isEmpty()
        ? diagnostic
        : diagnostic.withDetail("read by: " + Suggestion.listed(readers));
  }
}

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
                    upstream.ifPresent(
                        node ->
                            diagnostics.report(
                                experiment,
                                source.config().target().place(),
                                diagnostic(experiment, source, node, unknown.name()))));
      }
    }
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

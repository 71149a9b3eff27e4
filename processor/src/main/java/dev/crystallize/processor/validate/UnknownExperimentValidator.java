package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code unknown-experiment}: references to an experiment that is not there. All references of a
 * configuration to the same one are one mistake.
 */
final class UnknownExperimentValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Map<String, List<SourceModel>> references = new LinkedHashMap<>();
    Map<String, List<String>> known = new LinkedHashMap<>();
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromUpstream origin
          && origin.experiment() instanceof Resolution.Unknown<String> unknown) {
        references.computeIfAbsent(unknown.name(), name -> new ArrayList<>()).add(source);
        known.putIfAbsent(unknown.name(), unknown.known());
      }
    }
    references.forEach(
        (name, sources) -> {
          List<String> others =
              known.getOrDefault(name, List.of()).stream()
                  .filter(other -> !other.equals(experiment.name()))
                  .toList();
          diagnostics.report(
              experiment,
              sources.get(0).config().target().place(),
              diagnostic(experiment, name, sources, others));
        });
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment, String name, List<SourceModel> sources, List<String> known) {
    Suggestion suggestion = Suggestions.of(name, known);
    Diagnostic diagnostic =
        Diagnostic.of(experiment.folder(), Message.UNKNOWN_EXPERIMENT, name).suggesting(suggestion);
    if (sources.size() > 1) {
      List<String> aliases = sources.stream().map(SourceModel::alias).toList();
      diagnostic = diagnostic.withDetail("needed by: " + Suggestion.listed(aliases));
    }
    return suggestion.nearest().isPresent()
        ? diagnostic
        : diagnostic.withDetail(
            "if it lies in another jar, write upstream = <its class>.class in @Experiment");
  }
}

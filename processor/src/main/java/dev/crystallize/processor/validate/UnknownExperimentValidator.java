package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * {@code unknown-experiment}: references to an experiment that is not there. All references to the
 * same one, in whatever configurations, are one mistake.
 */
final class UnknownExperimentValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Map<String, List<Reference>> references = new LinkedHashMap<>();
    for (ExperimentModel experiment : graph.experiments()) {
      for (SourceModel source : experiment.sources()) {
        if (source.origin() instanceof SourceModel.FromUpstream origin
            && origin.experiment() instanceof Resolution.Unknown<String> unknown) {
          references
              .computeIfAbsent(unknown.name(), name -> new ArrayList<>())
              .add(new Reference(experiment, source, unknown));
        }
      }
    }
    references
        .values()
        .forEach(
            all -> {
              Reference first = all.get(0);
              diagnostics.report(
                  first.experiment(), first.source().config().target().place(), diagnostic(all));
            });
  }

  private record Reference(
      ExperimentModel experiment, SourceModel source, Resolution.Unknown<String> unknown) {

    /** Says where it stands, but for what the diagnostic itself says. */
    String beside(ExperimentModel other) {
      return experiment.equals(other)
          ? source.alias()
          : source.alias() + " (" + source.config().target().place() + ")";
    }
  }

  private static Diagnostic diagnostic(List<Reference> references) {
    Reference first = references.get(0);
    ExperimentModel experiment = first.experiment();
    String name = first.unknown().name();
    Optional<TypeElement> unmarked = unmarked(experiment.root(), name);
    List<String> known =
        first.unknown().known().stream().filter(other -> !other.equals(experiment.name())).toList();
    Suggestion suggestion = Suggestions.of(name, known);
    Diagnostic diagnostic =
        Diagnostic.of(experiment.folder(), Message.UNKNOWN_EXPERIMENT, name).suggesting(suggestion);
    if (references.size() > 1) {
      List<String> aliases =
          references.stream().map(reference -> reference.beside(experiment)).toList();
      diagnostic = diagnostic.withDetail("needed by: " + Suggestion.listed(aliases));
    }
    if (unmarked.isPresent()) {
      return diagnostic.withDetail(
          "the class " + unmarked.get().getSimpleName() + " is not marked @Experiment");
    }
    return suggestion.nearest().isPresent()
        ? diagnostic
        : diagnostic.withDetail(
            "if it lies in another jar, write upstream = <its class>.class in @Experiment");
  }

  /** Returns a class beside a root class that has the name of the experiment, but is none. */
  private static Optional<TypeElement> unmarked(TypeElement root, String name) {
    return Optional.ofNullable(root.getEnclosingElement()).stream()
        .flatMap(around -> ElementFilter.typesIn(around.getEnclosedElements()).stream())
        .filter(type -> YamlName.of(type.getSimpleName().toString()).answersTo(name))
        .filter(type -> !Annotation.EXPERIMENT.isOn(type))
        .findFirst();
  }
}

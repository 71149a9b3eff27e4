package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** {@code unused-code}: what {@code uses} and {@code upstream} list and no experiment needs. */
final class UnusedClassValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    for (List<ExperimentModel> experiments : RootClasses.of(graph)) {
      if (experiments.stream().allMatch(one -> isSound(one, diagnostics))) {
        checkUses(experiments, diagnostics);
        checkUpstream(graph, experiments, diagnostics);
      }
    }
  }

  private static boolean isSound(ExperimentModel experiment, Diagnostics diagnostics) {
    return Known.steps(experiment)
        && Known.sources(experiment)
        && Known.outputs(experiment)
        && !experiment.file().isBroken(ConfigPart.HYPOTHESES)
        && diagnostics.firstError(experiment.folder()).isEmpty();
  }

  private static void checkUses(List<ExperimentModel> experiments, Diagnostics diagnostics) {
    ExperimentModel first = experiments.get(0);
    List<TypeElement> listed = Annotation.EXPERIMENT.classesOn(first.root(), "uses");
    if (listed.isEmpty()) {
      return;
    }
    Stream<Element> called =
        experiments.stream()
            .flatMap(experiment -> UsedMethod.of(experiment).stream())
            .map(method -> method.method().owner());
    Stream<Element> taken =
        UnusedCodeValidator.taken(first.scope()).stream().map(Element::getEnclosingElement);
    Set<Element> used = Stream.concat(called, taken).collect(Collectors.toSet());
    for (int i = 0; i < listed.size(); i++) {
      if (!used.contains(listed.get(i))) {
        report(
            first,
            Message.UNUSED_CLASS,
            listed.get(i).getSimpleName().toString(),
            experimentAnnotation(first)
                .annotation(Annotation.EXPERIMENT.canonicalName(), "uses", i),
            diagnostics);
      }
    }
  }

  /**
   * An item may bring several experiments, so items are judged together. One that is read and not
   * listed is told as such.
   */
  private static void checkUpstream(
      Graph graph, List<ExperimentModel> experiments, Diagnostics diagnostics) {
    ExperimentModel first = experiments.get(0);
    boolean isRead =
        experiments.stream()
            .flatMap(experiment -> graph.upstream(experiment).stream())
            .anyMatch(
                node ->
                    first.listedUpstream().contains(node.graphClass())
                        || (node instanceof CompiledExperiment compiled && !compiled.listed()));
    if (!first.listedUpstream().isEmpty() && !isRead) {
      List<TypeElement> listed = Annotation.EXPERIMENT.classesOn(first.root(), "upstream");
      report(
          first,
          Message.UNREAD_UPSTREAM,
          listed.stream()
              .map(type -> type.getSimpleName().toString())
              .collect(Collectors.joining(", ")),
          experimentAnnotation(first).annotation(Annotation.EXPERIMENT.canonicalName(), "upstream"),
          diagnostics);
    }
  }

  private static ElementPlace experimentAnnotation(ExperimentModel experiment) {
    return ElementPlace.ofType(experiment.rootName());
  }

  private static void report(
      ExperimentModel experiment,
      Message message,
      String listed,
      ElementPlace place,
      Diagnostics diagnostics) {
    diagnostics.report(
        Diagnostic.of(
            experiment.folder(), message, experiment.root().getSimpleName().toString(), listed),
        place);
  }
}

package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.SnakeCase;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * {@code unused-code}: a class with steps for which there is a configuration that no experiment
 * reads, because the class is not marked.
 */
final class ForgottenExperiments {

  private final ConfigFinder configs;
  private final UnknownAnnotations unknown;

  ForgottenExperiments(ConfigFinder configs, UnknownAnnotations unknown) {
    this.configs = configs;
    this.unknown = unknown;
  }

  /**
   * Reports them.
   *
   * @param sources the top-level classes of this compilation; asked only if a configuration is read
   *     by no experiment
   */
  void report(Graph graph, Supplier<? extends Collection<TypeElement>> sources, Diagnostics found) {
    Set<String> unread = new TreeSet<>(configs.siblings());
    Stream.concat(graph.experiments().stream(), graph.compiled().stream())
        .map(GraphNode::folder)
        .forEach(unread::remove);
    unread.removeAll(missed(graph));
    if (unread.isEmpty()) {
      return;
    }
    Set<TypeElement> used =
        graph.experiments().stream()
            .flatMap(experiment -> Mirror.of(experiment.root(), Mirror.EXPERIMENT).stream())
            .flatMap(annotation -> annotation.classes("uses").stream())
            .flatMap(listed -> listed.stream())
            .collect(Collectors.toSet());
    sources.get().stream()
        .flatMap(ForgottenExperiments::withNested)
        .filter(type -> unread.contains(SnakeCase.of(type.getSimpleName().toString())))
        .filter(type -> !used.contains(type) && isForgotten(type))
        .forEach(type -> report(type, found));
  }

  /** What a reference asks for in vain is told there. */
  private static Set<String> missed(Graph graph) {
    return graph.experiments().stream()
        .map(ExperimentModel::sources)
        .flatMap(sources -> sources.stream())
        .map(SourceModel::origin)
        .filter(SourceModel.FromUpstream.class::isInstance)
        .map(origin -> ((SourceModel.FromUpstream) origin).experiment())
        .filter(Resolution.Unknown.class::isInstance)
        .map(name -> ((Resolution.Unknown<?>) name).name())
        .collect(Collectors.toSet());
  }

  private static Stream<TypeElement> withNested(TypeElement type) {
    return Stream.concat(
        Stream.of(type),
        ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .flatMap(ForgottenExperiments::withNested));
  }

  private boolean isForgotten(TypeElement type) {
    return !Mirror.isOn(type, Mirror.EXPERIMENT)
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(method -> Mirror.isOn(method, Mirror.STEP))
        && !unknown.areOnAnyOf(Set.of(type));
  }

  private static void report(TypeElement type, Diagnostics diagnostics) {
    String name = type.getSimpleName().toString();
    String folder = SnakeCase.of(name);
    diagnostics.report(
        Diagnostic.of(folder, Message.FORGOTTEN_EXPERIMENT, ConfigReader.pathOf(folder), name),
        ElementPlace.ofType(type.getQualifiedName().toString()));
  }
}

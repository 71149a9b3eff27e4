package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds the experiments that were compiled earlier, for one round. */
final class CompiledFinder {

  private final Elements elements;
  private final Predicate<TypeElement> hasSource;
  private final Diagnostics diagnostics;
  private final Map<String, CompiledExperiment> found = new LinkedHashMap<>();
  private final List<TypeElement> graphs = new ArrayList<>();

  CompiledFinder(Elements elements, Predicate<TypeElement> hasSource, Diagnostics diagnostics) {
    this.elements = elements;
    this.hasSource = hasSource;
    this.diagnostics = diagnostics;
  }

  /** Adds what the {@code upstream} of a root class lists. */
  void addUpstreamOf(TypeElement root, Mirror experiment) {
    ElementPlace place = ElementPlace.ofType(root.getQualifiedName().toString());
    String folder = Roots.namesOf(root, experiment).get(0).folder();
    List<Optional<TypeElement>> listed = experiment.classes("upstream");
    for (int i = 0; i < listed.size(); i++) {
      ElementPlace item = place.annotation(Mirror.EXPERIMENT, "upstream", i);
      listed
          .get(i)
          .filter(other -> !hasSource.test(other))
          .ifPresent(other -> addRoot(other, folder, item));
    }
  }

  /** Adds graphs of this module's output that no class of this compilation makes anew. */
  void addListed(List<String> names, Set<String> madeAnew) {
    for (String name : names) {
      if (!madeAnew.contains(name)) {
        Optional.ofNullable(elements.getTypeElement(name))
            .filter(graph -> !hasSource.test(graph))
            .ifPresent(graph -> add(graph, true));
      }
    }
  }

  /** Returns all that was added and all that those read from, sorted by folder. */
  List<CompiledExperiment> all(Set<String> madeAnew) {
    for (int i = 0; i < graphs.size(); i++) {
      for (TypeElement above : CompiledReader.upstreamOf(graphs.get(i))) {
        if (!madeAnew.contains(above.getQualifiedName().toString())) {
          add(above, false);
        }
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparing(CompiledExperiment::folder)
                .thenComparing(CompiledExperiment::graphClass))
        .toList();
  }

  private void addRoot(TypeElement root, String folder, ElementPlace place) {
    Optional<Mirror> experiment = Mirror.of(root, Mirror.EXPERIMENT);
    if (experiment.isEmpty()) {
      stale(root, folder, place, "it has no @Experiment; list the class that has");
      return;
    }
    for (String name : Roots.graphsOf(root, experiment.get())) {
      Optional<TypeElement> graph = Optional.ofNullable(elements.getTypeElement(name));
      Optional<CompiledExperiment> known = graph.flatMap(type -> add(type, true));
      if (known.isEmpty()) {
        stale(
            root,
            folder,
            place,
            "it was compiled without Crystallize, for there is no " + name + "; compile it again");
      } else if (known.get().format() != CompiledReader.FORMAT) {
        stale(root, folder, place, "another version of Crystallize compiled it; compile it again");
      }
    }
  }

  private Optional<CompiledExperiment> add(TypeElement graph, boolean listed) {
    String name = graph.getQualifiedName().toString();
    if (!found.containsKey(name)) {
      Optional<CompiledExperiment> read = CompiledReader.read(graph, listed);
      read.ifPresent(
          experiment -> {
            found.put(name, experiment);
            graphs.add(graph);
          });
    }
    return Optional.ofNullable(found.get(name));
  }

  private void stale(TypeElement root, String folder, ElementPlace place, String reason) {
    String name = root.getSimpleName().toString();
    diagnostics.report(Diagnostic.of(folder, Message.STALE_DESCRIPTOR, name, reason), place);
  }
}

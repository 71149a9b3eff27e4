package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.read.MethodReader.ScopeClass;
import dev.crystallize.processor.report.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** Reads a root class and the configurations of its experiments. */
final class DraftReader {

  private final ConfigSource configs;
  private final ScopeReader scopes;
  private final Predicate<TypeElement> hasSource;
  private final Diagnostics diagnostics;

  /**
   * Makes a reader for one round.
   *
   * @param hasSource whether a class is compiled from source in this compilation
   */
  DraftReader(
      ConfigSource configs,
      ScopeReader scopes,
      Predicate<TypeElement> hasSource,
      Diagnostics diagnostics) {
    this.configs = configs;
    this.scopes = scopes;
    this.hasSource = hasSource;
    this.diagnostics = diagnostics;
  }

  /** Reads all experiments of a root class. */
  List<Draft> read(TypeElement root, Mirror experiment) {
    ElementPlace place = ElementPlace.ofType(root.getQualifiedName().toString());
    List<Optional<TypeElement>> used = experiment.classes("uses");
    Scope scope = scopes.read(classes(root, used, place));
    Set<String> upstream = new LinkedHashSet<>();
    for (Optional<TypeElement> other : experiment.classes("upstream")) {
      other.ifPresent(
          type ->
              Mirror.of(type, Mirror.EXPERIMENT)
                  .ifPresent(annotation -> upstream.addAll(Roots.graphsOf(type, annotation))));
    }
    List<Draft> drafts = new ArrayList<>();
    for (Roots.Name name : Roots.namesOf(root, experiment)) {
      ConfigSource.Read config = configs.read(root, experiment, name);
      config
          .file()
          .diagnostics()
          .forEach(diagnostic -> diagnostics.report(diagnostic, config.place()));
      drafts.add(
          new Draft(
              root,
              Roots.packageOf(root),
              GeneratedNames.of(name.folder()),
              config.place(),
              config.file(),
              config.inline(),
              scope,
              scope.settled() && used.stream().allMatch(Optional::isPresent),
              List.copyOf(upstream)));
    }
    return drafts;
  }

  private List<ScopeClass> classes(
      TypeElement root, List<Optional<TypeElement>> used, ElementPlace place) {
    String rootName = root.getQualifiedName().toString();
    Map<String, ScopeClass> classes = new LinkedHashMap<>();
    classes.put(rootName, new ScopeClass(root, rootName, true, Optional.empty()));
    for (int item = 0; item < used.size(); item++) {
      ElementPlace itemPlace = place.annotation(Mirror.EXPERIMENT, "uses", item);
      used.get(item)
          .map(other -> used(other, itemPlace))
          .ifPresent(one -> classes.putIfAbsent(one.name(), one));
    }
    return List.copyOf(classes.values());
  }

  private ScopeClass used(TypeElement type, ElementPlace item) {
    return new ScopeClass(
        type,
        type.getQualifiedName().toString(),
        false,
        hasSource.test(type) ? Optional.empty() : Optional.of(item));
  }
}

package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Experiments by the class that holds their code. */
final class RootClasses {

  private RootClasses() {}

  /** Returns the experiments of each class, at least one each. */
  static Collection<List<ExperimentModel>> of(Graph graph) {
    Map<String, List<ExperimentModel>> byClass = new LinkedHashMap<>();
    for (ExperimentModel experiment : graph.experiments()) {
      byClass.computeIfAbsent(experiment.rootName(), name -> new ArrayList<>()).add(experiment);
    }
    return byClass.values();
  }

  /** A method in the role that an annotation gives it. */
  record Role(Annotation kind, ExecutableElement method) {}

  /** Returns all methods that some experiment uses. */
  static Set<Role> used(Graph graph) {
    Set<Role> used = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      for (UsedMethod method : UsedMethod.of(experiment)) {
        used.add(new Role(method.kind(), method.method().element()));
      }
    }
    return used;
  }
}

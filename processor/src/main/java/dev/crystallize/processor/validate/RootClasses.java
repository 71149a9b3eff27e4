package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /**
   * Returns as what the experiments use a method; those that know its class by {@code uses} too.
   */
  static Stream<Annotation> usesOf(Graph graph, MethodModel method) {
    return graph.experiments().stream()
        .filter(
            experiment ->
                experiment.scope().classes().contains(method.owner().getSimpleName().toString()))
        .flatMap(experiment -> UsedMethod.of(experiment).stream())
        .filter(used -> used.method().element().equals(method.element()))
        .map(UsedMethod::kind);
  }
}

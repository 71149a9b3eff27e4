package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.crystallize.processor.model.ExperimentModel;

/** The names of generated classes. */
final class GraphNames {

  private static final String GRAPH = "Graph";

  private GraphNames() {}

  /** Returns a graph's class from its qualified name. */
  static ClassName of(String graphClass) {
    int dot = graphClass.lastIndexOf('.');
    return ClassName.get(
        dot < 0 ? "" : graphClass.substring(0, dot), graphClass.substring(dot + 1));
  }

  /** Returns the class that holds the code of a node that is generated a round later. */
  static ClassName lateNode(ExperimentModel experiment) {
    String name = experiment.generatedName();
    String stem = name.endsWith(GRAPH) ? name.substring(0, name.length() - GRAPH.length()) : name;
    return ClassName.get(experiment.packageName(), stem + "Node");
  }
}

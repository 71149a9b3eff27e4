package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.GraphNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Remembers from round to round which graphs were written without their nodes, because a type did
 * not exist yet: the constants of such types stand in the node's class.
 */
final class LateConstants {

  private final Map<String, Set<String>> inGraph = new HashMap<>();

  /** Notes a graph without its node, and the outputs whose constants it has. */
  void add(ExperimentModel experiment, Set<String> aliases) {
    inGraph.put(experiment.graphClass(), Set.copyOf(aliases));
  }

  /** Returns the outputs of such a graph whose constants it has. */
  Set<String> inGraph(ExperimentModel experiment) {
    return inGraph.getOrDefault(experiment.graphClass(), Set.of());
  }

  /** Returns the class that has the constant of an output. */
  ClassName holder(GraphNode node, String alias) {
    Set<String> known = inGraph.get(node.graphClass());
    return known == null || known.contains(alias) || !(node instanceof ExperimentModel late)
        ? GraphNames.of(node.graphClass())
        : GraphNames.lateNode(late);
  }
}

package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Names;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code duplicate-experiment}: two experiments that one folder or name stands for, case ignored.
 */
final class DuplicateExperimentValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Map<String, GraphNode> byName = new HashMap<>();
    for (CompiledExperiment compiled : graph.compiled()) {
      namesOf(compiled).forEach(name -> byName.putIfAbsent(name, compiled));
    }
    List<ExperimentModel> experiments =
        graph.experiments().stream()
            .sorted(
                Comparator.comparing(ExperimentModel::folder)
                    .thenComparing(ExperimentModel::rootName))
            .toList();
    for (ExperimentModel experiment : experiments) {
      byName.putIfAbsent(Names.ignoringCase(experiment.folder()), experiment);
    }
    for (ExperimentModel experiment : experiments) {
      for (String name : namesOf(experiment)) {
        GraphNode other = byName.putIfAbsent(name, experiment);
        if (other != null && isAnother(experiment, other)) {
          report(experiment, other, name, diagnostics);
          break;
        }
      }
    }
  }

  private static boolean isAnother(ExperimentModel experiment, GraphNode other) {
    return !(other instanceof ExperimentModel model) || !model.place().equals(experiment.place());
  }

  private static Set<String> namesOf(GraphNode node) {
    Set<String> names = new LinkedHashSet<>();
    names.add(Names.ignoringCase(node.folder()));
    names.add(Names.ignoringCase(node.name()));
    return names;
  }

  private static void report(
      ExperimentModel experiment, GraphNode other, String name, Diagnostics diagnostics) {
    boolean byFolder = Names.ignoringCase(experiment.folder()).equals(name);
    Diagnostic diagnostic =
        Diagnostic.of(
            experiment.folder(),
            Message.DUPLICATE_EXPERIMENT,
            byFolder ? experiment.folder() : experiment.name(),
            whereabouts(other, experiment) + " and " + whereabouts(experiment, other));
    if (byFolder || experiment.config().declaredName().isEmpty()) {
      diagnostics.report(diagnostic, experiment.place());
    } else {
      diagnostics.report(experiment, experiment.config().declaredName().get().place(), diagnostic);
    }
  }

  private static String whereabouts(GraphNode node, GraphNode other) {
    return classOf(node).equals(classOf(other))
        ? "experiments/" + node.folder() + "/config.yaml"
        : classOf(node);
  }

  private static String classOf(GraphNode node) {
    return node instanceof ExperimentModel model ? model.rootName() : node.graphClass();
  }
}

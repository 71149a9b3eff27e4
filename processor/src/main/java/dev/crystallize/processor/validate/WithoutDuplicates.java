package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule that sees no experiments of which several have one folder: at most one of their classes
 * can fit the configuration that they share, and that there are several has been said.
 */
record WithoutDuplicates(Validator rule) implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<String> seen = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      if (!seen.add(folderOf(experiment))) {
        shared.add(folderOf(experiment));
      }
    }
    rule.validate(shared.isEmpty() ? graph : without(graph, shared), diagnostics);
  }

  private static Graph without(Graph graph, Set<String> folders) {
    List<ExperimentModel> rest =
        graph.experiments().stream()
            .filter(experiment -> !folders.contains(folderOf(experiment)))
            .toList();
    return new Graph(rest, graph.compiled(), graph.libraryVerifiers());
  }

  private static String folderOf(ExperimentModel experiment) {
    return Names.ignoringCase(experiment.folder());
  }
}

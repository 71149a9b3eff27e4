package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule that sees one experiment for each folder: a second class for it does not fit the one
 * configuration they share, and that it is the second has been said.
 */
record WithoutDuplicates(Validator rule) implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<String> folders = new HashSet<>();
    List<ExperimentModel> first =
        graph.experiments().stream()
            .filter(experiment -> folders.add(Names.ignoringCase(experiment.folder())))
            .toList();
    boolean same = first.size() == graph.experiments().size();
    rule.validate(same ? graph : new Graph(first, graph.compiled()), diagnostics);
  }
}

package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;

/** A rule that looks at one experiment at a time. */
interface ExperimentValidator extends Validator {

  /** Reports every place in an experiment that breaks the rule. */
  void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics);

  @Override
  default void validate(Graph graph, Diagnostics diagnostics) {
    for (ExperimentModel experiment : graph.experiments()) {
      validate(experiment, graph, diagnostics);
    }
  }
}

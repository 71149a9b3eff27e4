package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;

/**
 * One rule of a graph. It reports what breaks it and is silent wherever its answer rests on
 * something that the model holds as unresolved.
 */
public interface Validator {

  /** Reports every place in the graph that breaks the rule. */
  void validate(Graph graph, Diagnostics diagnostics);
}

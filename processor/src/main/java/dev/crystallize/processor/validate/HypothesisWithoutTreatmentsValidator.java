package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.plan.ConditionSets;
import dev.crystallize.runtime.plan.ExperimentDag;
import java.util.List;

/**
 * {@code hypothesis-without-treatments}: a hypothesis where neither the experiment nor any that it
 * depends on has a treatment.
 */
final class HypothesisWithoutTreatmentsValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    PlanGraph plan = new PlanGraph(graph);
    ExperimentDag dag = ExperimentDag.of(plan.certain());
    List<List<String>> conditions = ConditionSets.materialised(dag, treatment -> true);
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).size() == 1) {
        plan.source(dag.nodes().get(i).name())
            .filter(experiment -> !experiment.config().hypotheses().isEmpty())
            .ifPresent(
                experiment ->
                    diagnostics.report(
                        experiment,
                        experiment.config().hypotheses().get(0).place(),
                        Diagnostic.of(
                            experiment.folder(),
                            Message.HYPOTHESIS_WITHOUT_TREATMENTS,
                            experiment.name())));
      }
    }
  }
}

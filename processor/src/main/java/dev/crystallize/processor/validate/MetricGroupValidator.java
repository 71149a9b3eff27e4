package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.RecordedMetrics;

/** {@code hypothesis-metric}: several metrics at once for a verifier that tests one. */
final class MetricGroupValidator implements ExperimentValidator {

  private static final String READY_VERIFIERS = "dev.crystallize.stats.Verifiers";

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (experiment.file().isBroken(ConfigPart.HYPOTHESES)
        || HypothesisMetricValidator.lacksMetrics(experiment)) {
      return;
    }
    RecordedMetrics recorded = HypothesisMetricValidator.recorded(experiment);
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      if (isReady(hypothesis)) {
        recorded
            .together(hypothesis.config())
            .ifPresent(mistake -> diagnostics.report(experiment, mistake.place(), mistake.value()));
      }
    }
  }

  private static boolean isReady(HypothesisModel hypothesis) {
    return hypothesis
        .verifier()
        .found()
        .filter(it -> it.method().owner().getQualifiedName().contentEquals(READY_VERIFIERS))
        .isPresent();
  }
}

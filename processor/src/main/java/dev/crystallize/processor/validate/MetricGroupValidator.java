package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.RecordedMetrics;

/** {@code hypothesis-metric}: several metrics at once for a verifier that tests one. */
final class MetricGroupValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (experiment.file().isBroken(ConfigPart.HYPOTHESES)
        || HypothesisMetricValidator.lacksMetrics(experiment)) {
      return;
    }
    RecordedMetrics recorded = HypothesisMetricValidator.recorded(experiment);
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      if (hypothesis.verifier().found().filter(VerifierMethod::isReady).isPresent()) {
        recorded
            .together(hypothesis.config())
            .ifPresent(mistake -> diagnostics.report(experiment, mistake.place(), mistake.value()));
      }
    }
  }
}

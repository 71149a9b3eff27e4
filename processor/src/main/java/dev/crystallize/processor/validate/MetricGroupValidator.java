package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.HypothesisConfig.MetricGroup;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Suggestion;
import java.util.List;

/** {@code hypothesis-metric}: several metrics at once for a verifier that tests one. */
final class MetricGroupValidator implements ExperimentValidator {

  private static final String READY_VERIFIERS = "dev.crystallize.stats.Verifiers";

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (experiment.file().isBroken(ConfigPart.HYPOTHESES)
        || HypothesisMetricValidator.lacksMetrics(experiment)) {
      return;
    }
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      if (isReady(hypothesis)) {
        validate(experiment, hypothesis, diagnostics);
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

  private static void validate(
      ExperimentModel experiment, HypothesisModel hypothesis, Diagnostics diagnostics) {
    List<MetricGroup> groups = hypothesis.config().metrics().orElse(List.of());
    for (MetricGroup group : groups) {
      if (group.metrics().size() > 1) {
        List<String> names = group.metrics().stream().map(Located::value).toList();
        report(experiment, hypothesis, names, group.metrics().get(1).place(), diagnostics);
        return;
      }
    }
    List<String> recorded = HypothesisMetricValidator.recorded(experiment);
    if (groups.isEmpty() && recorded.size() > 1) {
      Place place = hypothesis.config().verifier().place();
      report(experiment, hypothesis, recorded, place, diagnostics);
    }
  }

  private static void report(
      ExperimentModel experiment,
      HypothesisModel hypothesis,
      List<String> metrics,
      Place place,
      Diagnostics diagnostics) {
    String verifier = hypothesis.config().verifier().value();
    diagnostics.report(
        experiment,
        place,
        Diagnostic.of(
                experiment.folder(), Message.METRICS_TOGETHER, verifier, Suggestion.listed(metrics))
            .withDetail(
                "for a test of each, write a group for each: metrics: "
                    + metrics.stream().map(List::of).toList()));
  }
}

package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.HypothesisConfig.MetricGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code config-duplicate-key}: nothing is tested twice in the same way, for each test makes the
 * correction for their number harder on all.
 */
final class TestedTwiceRule implements ConfigRule {

  /** What makes two tests the same. */
  private record Test(
      String verifier,
      Optional<String> name,
      Optional<String> correction,
      Map<String, ?> params,
      List<String> metrics) {}

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    Map<Test, Place> seen = new HashMap<>();
    for (HypothesisConfig hypothesis : config.hypotheses()) {
      if (hypothesis.metrics().isEmpty()) {
        check(hypothesis, List.of(), hypothesis.place(), seen, findings);
      }
      for (MetricGroup group : hypothesis.metrics().orElse(List.of())) {
        List<String> metrics = group.metrics().stream().map(Located::value).toList();
        check(hypothesis, metrics, group.metrics().get(0).place(), seen, findings);
        checkWithin(group, findings);
      }
    }
  }

  private static void check(
      HypothesisConfig hypothesis,
      List<String> metrics,
      Place place,
      Map<Test, Place> seen,
      Findings findings) {
    Test test =
        new Test(
            hypothesis.verifier().value(),
            hypothesis.name().map(Located::value),
            hypothesis.correction().map(Located::value),
            Setting.toJava(hypothesis.params()),
            metrics);
    Place first = seen.putIfAbsent(test, place);
    if (first != null) {
      findings.addUnlessReported(
          ConfigPart.HYPOTHESES,
          findings.diagnostic(
              Message.TESTED_TWICE,
              place,
              test.verifier(),
              metrics.isEmpty() ? "all metrics" : String.join(", ", metrics),
              String.valueOf(first.line())));
    }
  }

  private static void checkWithin(MetricGroup group, Findings findings) {
    Set<String> seen = new HashSet<>();
    Place first = group.metrics().get(0).place();
    for (Located<String> metric : group.metrics()) {
      if (!seen.add(metric.value())) {
        findings.addUnlessReported(
            ConfigPart.HYPOTHESES,
            findings.diagnostic(
                Message.DUPLICATE_KEY,
                metric.place(),
                metric.value(),
                String.valueOf(first.line())));
      }
    }
  }
}

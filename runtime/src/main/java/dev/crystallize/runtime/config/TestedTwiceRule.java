package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.HypothesisConfig.MetricGroup;
import java.util.ArrayList;
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
      repeated(hypothesis, seen).stream()
          .findFirst()
          .ifPresent(
              diagnostic ->
                  findings.addUnlessReported(ConfigPart.HYPOTHESES, diagnostic.in(findings)));
      hypothesis.metrics().orElse(List.of()).forEach(group -> checkWithin(group, findings));
    }
  }

  /** The second of two equal tests, and where the first stands. */
  private record Repeated(Test test, Place place, Place first) {
    Diagnostic in(Findings findings) {
      return findings.diagnostic(
          Message.TESTED_TWICE,
          place,
          test.verifier(),
          test.metrics().isEmpty() ? "all metrics" : String.join(", ", test.metrics()),
          String.valueOf(first.line()));
    }
  }

  /** Of a whole entry that is there twice, the first is told. */
  private static List<Repeated> repeated(HypothesisConfig hypothesis, Map<Test, Place> seen) {
    List<Repeated> repeated = new ArrayList<>();
    for (Map.Entry<List<String>, Place> group : groups(hypothesis)) {
      Test test =
          new Test(
              hypothesis.verifier().value(),
              hypothesis.name().map(Located::value),
              hypothesis.correction().map(Located::value),
              Setting.toJava(hypothesis.params()),
              group.getKey());
      Place first = seen.putIfAbsent(test, group.getValue());
      if (first != null) {
        repeated.add(new Repeated(test, group.getValue(), first));
      }
    }
    return repeated;
  }

  /** The metrics of each call and where they stand; none for all. */
  private static List<Map.Entry<List<String>, Place>> groups(HypothesisConfig hypothesis) {
    return hypothesis
        .metrics()
        .map(
            groups ->
                groups.stream()
                    .map(
                        group ->
                            Map.entry(
                                group.metrics().stream().map(Located::value).toList(),
                                group.metrics().get(0).place()))
                    .toList())
        .orElse(List.of(Map.entry(List.of(), hypothesis.place())));
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

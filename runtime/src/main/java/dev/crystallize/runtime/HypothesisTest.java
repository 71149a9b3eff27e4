package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.plan.TaskSeeds;
import dev.crystallize.runtime.store.ConditionResults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests the hypotheses of one experiment on what its tasks have measured. */
final class HypothesisTest {

  private final ExperimentNode node;
  private final long seed;
  private final Map<String, ConditionResults> results;
  private final Clusters clusters;

  /**
   * A test.
   *
   * @param node the experiment
   * @param seed the seed in effect
   * @param results what was measured, by condition
   * @param clusters which replicates are not independent
   */
  HypothesisTest(
      ExperimentNode node, long seed, Map<String, ConditionResults> results, Clusters clusters) {
    this.node = node;
    this.seed = seed;
    this.results = results;
    this.clusters = clusters;
  }

  /** Returns the result of each hypothesis, in order. */
  List<HypothesisResult> run() {
    List<HypothesisResult> tested = new ArrayList<>();
    for (int i = 0; i < node.hypotheses().size(); i++) {
      tested.add(run(node.hypotheses().get(i), i));
    }
    return tested;
  }

  private HypothesisResult run(HypothesisCode hypothesis, int index) {
    List<HypothesisResult.Row> rows = new ArrayList<>();
    for (List<String> metrics : groups(hypothesis)) {
      List<HypothesisResult.Row> group = new ArrayList<>();
      for (String condition : results.keySet()) {
        if (!condition.equals(Conditions.BASELINE)) {
          group.add(row(hypothesis, index, condition, metrics));
        }
      }
      group.sort(HypothesisResult.Row.BY_P_VALUE);
      rows.addAll(group);
    }
    return new HypothesisResult(hypothesis.name(), hypothesis.verifier(), rows);
  }

  private List<List<String>> groups(HypothesisCode hypothesis) {
    return hypothesis.groups().isEmpty()
        ? List.of(in(Conditions.BASELINE).metrics())
        : hypothesis.groups();
  }

  private HypothesisResult.Row row(
      HypothesisCode hypothesis, int index, String treatment, List<String> metrics) {
    Map<String, Object> findings = Map.of();
    Optional<String> error = Optional.empty();
    try {
      findings = findings(hypothesis, index, treatment, metrics);
    } catch (Exception | StackOverflowError | LinkageError e) {
      error = Optional.of(e.toString());
    }
    return new HypothesisResult.Row(treatment, metrics, findings, error);
  }

  private Map<String, Object> findings(
      HypothesisCode hypothesis, int index, String treatment, List<String> metrics)
      throws Exception {
    ConditionResults baseline = in(Conditions.BASELINE);
    ConditionResults treated = in(treatment);
    requireRecorded(metrics, baseline, treated);
    StepContext context = context(hypothesis, index, treatment);
    try {
      Map<String, ?> found =
          hypothesis
              .body()
              .verify(
                  context,
                  PairedSamples.of(Conditions.BASELINE, baseline, treated, metrics, clusters),
                  PairedSamples.of(treatment, treated, baseline, metrics, clusters));
      return Collections.unmodifiableMap(new LinkedHashMap<>(found));
    } finally {
      context.end();
    }
  }

  private StepContext context(HypothesisCode hypothesis, int index, String treatment) {
    String verifier = hypothesis.verifier();
    return new StepContext(
        new VerifierScope(new TaskId(node.name(), treatment, 0), verifier),
        new RandomUse(node.name(), TaskSeeds.verifier(verifier), index, seed, 0),
        Effective.own(hypothesis.declaration()));
  }

  private static void requireRecorded(
      List<String> metrics, ConditionResults baseline, ConditionResults treated) {
    for (String metric : metrics) {
      if (!baseline.metrics().contains(metric) && !treated.metrics().contains(metric)) {
        throw new IllegalStateException(
            "no replicate recorded the metric '"
                + metric
                + "'"
                + Suggestions.of(metric, baseline.metrics()).text());
      }
    }
  }

  private ConditionResults in(String condition) {
    ConditionResults found = results.get(condition);
    if (found == null) {
      throw new IllegalStateException("the engine gave no results of '" + condition + "'");
    }
    return found;
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.ConditionSamples.Independence;
import dev.crystallize.runtime.HypothesisResult.Row;
import dev.crystallize.runtime.HypothesisResult.Sizes;
import dev.crystallize.runtime.config.Suggestions;
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
  private final Independence independence;
  private final RunResources resources;

  /**
   * A test.
   *
   * @param node the experiment
   * @param seed the seed in effect
   * @param results what was measured, by condition
   * @param independence how its replicates hang together
   * @param resources what verifiers may use of the run
   */
  HypothesisTest(
      ExperimentNode node,
      long seed,
      Map<String, ConditionResults> results,
      Independence independence,
      RunResources resources) {
    this.node = node;
    this.seed = seed;
    this.results = results;
    this.independence = independence;
    this.resources = resources;
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
    List<Row> rows = new ArrayList<>();
    for (List<String> metrics : groups(hypothesis)) {
      List<Row> group = new ArrayList<>();
      for (String condition : results.keySet()) {
        if (!condition.equals(Conditions.BASELINE)) {
          group.add(row(hypothesis, index, condition, metrics));
        }
      }
      group.sort(Row.BY_RANK);
      rows.addAll(group);
    }
    return new HypothesisResult(
        hypothesis.name(),
        hypothesis.verifier(),
        hypothesis.correction(),
        independence.fixedInputs(),
        corrected(rows, hypothesis.correction()));
  }

  private List<List<String>> groups(HypothesisCode hypothesis) {
    return hypothesis.groups().isEmpty()
        ? List.of(in(Conditions.BASELINE).metrics())
        : hypothesis.groups();
  }

  private static List<Row> corrected(List<Row> rows, Correction correction) {
    double[] adjusted = correction.of(rows.stream().mapToDouble(Row::pValue).toArray());
    List<Row> result = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      result.add(rows.get(i).adjusted(adjusted[i]));
    }
    return result;
  }

  private Row row(HypothesisCode hypothesis, int index, String treatment, List<String> metrics) {
    ConditionSamples baseline = samples(Conditions.BASELINE, metrics);
    ConditionSamples treated = samples(treatment, metrics);
    Map<String, Object> findings = Map.of();
    Optional<String> error = Optional.empty();
    String thrower = "";
    try {
      requireRecorded(metrics, in(Conditions.BASELINE), in(treatment));
      Map<String, Object> found =
          findings(hypothesis, context(hypothesis, index, treatment), baseline, treated);
      findings = PlainFindings.of(found);
      if (hypothesis.ranker().isPresent()) {
        thrower = "ranker '" + hypothesis.ranker().get().name() + "': ";
        findings = PlainFindings.of(ranked(hypothesis.ranker().get(), found));
      }
    } catch (Exception | AssertionError | OutOfMemoryError | StackOverflowError | LinkageError e) {
      error = Optional.of(thrower + e);
    }
    Sizes sizes = sizes(baseline, treated, in(treatment).replicates());
    return new Row(treatment, metrics, sizes, findings, Double.NaN, error);
  }

  private static Map<String, Object> ranked(RankerCode ranker, Map<String, Object> findings)
      throws Exception {
    Map<String, Object> ranked = new LinkedHashMap<>(findings);
    ranked.put(Row.RANK_SCORE, ranker.body().rank(findings));
    return Collections.unmodifiableMap(ranked);
  }

  private ConditionSamples samples(String condition, List<String> metrics) {
    return new ConditionSamples(condition, in(condition), metrics, independence);
  }

  private static Sizes sizes(ConditionSamples baseline, ConditionSamples treated, int replicates) {
    return new Sizes(
        replicates,
        baseline.independent() + baseline.lost(),
        baseline.independent(),
        treated.independent(),
        baseline.commonWith(treated));
  }

  private static Map<String, Object> findings(
      HypothesisCode hypothesis, StepContext context, Samples baseline, Samples treated)
      throws Exception {
    try {
      Map<String, ?> found = hypothesis.body().verify(context, baseline, treated);
      if (found == null) {
        throw new IllegalStateException("the verifier returned null");
      }
      Object p = found.get("p_value");
      if (p instanceof Number number) {
        Correction.requireProbability(number.doubleValue());
      } else if (p != null) {
        throw new IllegalArgumentException("p_value must be a number, not " + p);
      }
      return PlainFindings.inOrder(found);
    } finally {
      context.end();
    }
  }

  private StepContext context(HypothesisCode hypothesis, int index, String treatment) {
    String verifier = hypothesis.verifier();
    return new StepContext(
        new VerifierScope(
            new TaskId(node.name(), treatment, 0), verifier, node.values(), resources),
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

package dev.crystallize.runtime;

import dev.crystallize.runtime.ConditionSamples.Independence;
import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.ClosingFiles;
import dev.crystallize.runtime.store.ConditionResults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hypotheses of one experiment in one run. They are tested once: when its version ends, so that
 * they can be written into it, or after the run if it did not end.
 */
final class ExperimentTests {

  private final ExperimentNode node;
  private final long seed;
  private final Independence independence;
  private final RunResources resources;
  private Optional<List<HypothesisResult>> tested = Optional.empty();

  /**
   * The tests to come.
   *
   * @param node the experiment with the values in effect
   * @param seed the seed in effect
   * @param plan the run's plan
   * @param resources what verifiers may use of the run
   */
  ExperimentTests(ExperimentNode node, long seed, GraphPlan plan, RunResources resources) {
    this.node = node;
    this.seed = seed;
    this.resources = resources;
    int index = plan.indexOf(node.name());
    this.independence = new Independence(plan.clusters(index), fixedInputs(plan, index));
  }

  /** Returns the result of each hypothesis, in order. */
  synchronized List<HypothesisResult> results(Map<String, ConditionResults> results) {
    List<HypothesisResult> now = tested.orElseGet(() -> test(results));
    tested = Optional.of(now);
    return now;
  }

  /**
   * Returns the results for all that a version holds. A run that fills it in may have been narrowed
   * to some treatments; the tests of all are one family.
   */
  List<HypothesisResult> ofVersion(ClosingFiles.Closing closing) {
    return closing.held().keySet().equals(closing.results().keySet())
        ? results(closing.results())
        : test(closing.held());
  }

  private List<HypothesisResult> test(Map<String, ConditionResults> results) {
    return new HypothesisTest(node, seed, results, independence, resources).run();
  }

  /** What was computed once, directly or further up, although the experiment is repeated. */
  private static List<String> fixedInputs(GraphPlan plan, int index) {
    Set<String> fixed = new TreeSet<>();
    PlannedExperiment experiment = plan.experiment(index);
    if (experiment.replicates() > 1) {
      addFixedInputs(plan, experiment, new TreeSet<>(), fixed);
    }
    return List.copyOf(fixed);
  }

  private static void addFixedInputs(
      GraphPlan plan, PlannedExperiment experiment, Set<String> seen, Set<String> fixed) {
    for (PlanEdge read : experiment.reads()) {
      if (seen.add(read.upstream())) {
        PlannedExperiment upstream = plan.experiment(plan.indexOf(read.upstream()));
        if (upstream.replicates() == 1) {
          fixed.add(upstream.name());
        }
        addFixedInputs(plan, upstream, seen, fixed);
      }
    }
  }
}

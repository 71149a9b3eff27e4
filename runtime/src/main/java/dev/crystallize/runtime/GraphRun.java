package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.Cancellation;
import dev.crystallize.runtime.engine.Engine;
import dev.crystallize.runtime.engine.ExperimentOutcome;
import dev.crystallize.runtime.engine.FailureMode;
import dev.crystallize.runtime.engine.RunOutcome;
import dev.crystallize.runtime.engine.RunRequest;
import dev.crystallize.runtime.engine.TaskCounts;
import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.GraphPlanner;
import dev.crystallize.runtime.plan.PlanOptions;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.plan.Planning;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One run of a graph: from its experiments, with the values they have now, to results. */
final class GraphRun {

  private final GraphSetup setup;
  private final RunOptions options;
  private final GraphPlan plan;

  /**
   * Plans the run.
   *
   * @throws ConfigurationException if the graph cannot be planned
   * @throws UnknownTreatmentException if no experiment defines a treatment that was asked for
   */
  GraphRun(GraphSetup setup, RunOptions options) {
    this.setup = setup;
    this.options = options;
    Planning planning =
        GraphPlanner.plan(
            NodeGraph.planNodes(setup.nodes().values()),
            new PlanOptions(options.treatments(), options.replicates()));
    if (planning instanceof Planning.Unplannable unplannable) {
      throw PlanRefusal.of(unplannable.problems());
    }
    this.plan = ((Planning.Planned) planning).plan();
  }

  GraphPlan plan() {
    return plan;
  }

  /**
   * Runs all tasks.
   *
   * @throws StorageException if the data folder cannot be read or written
   */
  GraphResult run() {
    List<NodeProgram> programs = new ArrayList<>();
    List<NodeStorage> storage = new ArrayList<>();
    List<ExperimentTests> tests = new ArrayList<>();
    for (PlannedExperiment planned : plan.experiments()) {
      ExperimentNode node = node(planned.name());
      programs.add(new NodeProgram(node, planned.conditions(), seed(node)));
      ExperimentTests hypotheses = new ExperimentTests(node, seed(node), plan);
      tests.add(hypotheses);
      storage.add(
          NodeRecord.of(node, planned.configuredConditions(), seed(node), options.seed().isEmpty())
              .withClosing(hypotheses));
    }
    Path data = options.dataDirectory().toAbsolutePath().normalize();
    RunTimes times = new RunTimes(Clock.systemUTC());
    RunRequest request =
        new RunRequest(
            plan,
            storage,
            data,
            options.parallelism(),
            options.failurePolicy() == FailurePolicy.FAIL_FAST
                ? FailureMode.FAIL_FAST
                : FailureMode.CONTINUE,
            new GraphProgram(programs, options.listener()),
            new EngineEvents(options.listener(), times),
            new Cancellation());
    try {
      RunOutcome outcome = new Engine().run(request);
      ProvenanceReport provenance = new ProvenanceReport(outcome, times, options);
      GraphResult results = results(outcome, tests, storage, provenance, data);
      results.values().forEach(VersionFiles::write);
      return results;
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  private GraphResult results(
      RunOutcome outcome,
      List<ExperimentTests> tests,
      List<NodeStorage> storage,
      ProvenanceReport provenance,
      Path data) {
    Set<String> conditions = new LinkedHashSet<>();
    plan.experiments().forEach(planned -> conditions.addAll(planned.conditions()));
    Map<String, List<Failure>> failures =
        outcome.failures().stream()
            .map(EngineEvents::failure)
            .collect(Collectors.groupingBy(failure -> failure.task().experiment()));
    Map<String, Result> results = new LinkedHashMap<>();
    for (int i = 0; i < plan.experimentCount(); i++) {
      String name = plan.experiment(i).name();
      ExperimentOutcome experiment = outcome.experiments().get(i);
      List<HypothesisResult> hypotheses =
          outcome.interrupted() ? List.of() : tests.get(i).results(experiment.results());
      results.put(
          name,
          new Result(
              experiment,
              plan.clusters(i),
              List.copyOf(conditions),
              hypotheses,
              failures.getOrDefault(name, List.of()),
              provenance.of(plan.experiment(i), node(name), storage.get(i))));
    }
    return new GraphResult(results, summary(outcome, data));
  }

  private RunSummary summary(RunOutcome outcome, Path data) {
    TaskCounts counts = outcome.counts();
    return new RunSummary(
        counts.total(),
        counts.done(),
        counts.failed(),
        counts.skipped(),
        counts.cancelled(),
        outcome.interrupted(),
        setup.compiledValues(),
        data);
  }

  private ExperimentNode node(String name) {
    ExperimentNode node = setup.nodes().get(name);
    if (node == null) {
      throw new IllegalStateException("the plan has an unknown experiment '" + name + "'");
    }
    return node;
  }

  private long seed(ExperimentNode node) {
    return options.seed().orElse(node.values().seed());
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.Cancellation;
import dev.crystallize.runtime.engine.Engine;
import dev.crystallize.runtime.engine.ExperimentOutcome;
import dev.crystallize.runtime.engine.FailureMode;
import dev.crystallize.runtime.engine.RunOutcome;
import dev.crystallize.runtime.engine.RunRequest;
import dev.crystallize.runtime.engine.TaskCode;
import dev.crystallize.runtime.engine.TaskCounts;
import dev.crystallize.runtime.engine.VersionUse;
import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.GraphPlanner;
import dev.crystallize.runtime.plan.PlanOptions;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.plan.Planning;
import dev.crystallize.runtime.store.ClosingFiles;
import dev.crystallize.runtime.store.Definition;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.Resumption;
import dev.crystallize.runtime.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** One run of a graph: from its experiments, with the values they have now, to results. */
final class GraphRun {

  /** Decides which files a version of an experiment ends with. */
  @FunctionalInterface
  private interface Closer {
    ClosingFiles closing(PlannedExperiment planned, NodeStorage stored);
  }

  private final GraphSetup setup;
  private final RunOptions options;
  private final GraphPlan plan;
  private final Replacements replacements;
  private final RunFingerprints fingerprints;
  private Optional<CheckedProgram> checked = Optional.empty();

  /**
   * Plans the run.
   *
   * @throws ConfigurationException if the graph cannot be planned
   * @throws UnknownTreatmentException if no experiment defines a treatment that was asked for
   * @throws IllegalArgumentException if a resource is to be replaced that cannot be
   */
  GraphRun(GraphSetup setup, RunOptions options) {
    this.setup = setup;
    this.options = options;
    this.plan = planned(options.treatments());
    this.replacements = Replacements.of(setup.nodes().values(), options.resources());
    this.fingerprints = new RunFingerprints(setup.nodes(), this::seed, options, replacements);
  }

  private GraphPlan planned(Optional<List<String>> treatments) {
    Planning planning =
        GraphPlanner.plan(
            NodeGraph.planNodes(setup.nodes().values()),
            new PlanOptions(treatments, options.replicates()));
    if (planning instanceof Planning.Unplannable unplannable) {
      throw PlanRefusal.of(unplannable.problems(), setup.nodes());
    }
    return ((Planning.Planned) planning).plan();
  }

  /** Returns the graph's tasks. */
  GraphPlan tasks() {
    return plan;
  }

  /**
   * Says what the run would do.
   *
   * @throws StorageException if the data folder cannot be read
   */
  Plan plan() {
    if (!options.resume()) {
      return Plan.of(plan);
    }
    try {
      RunTimes times = new RunTimes(Clock.systemUTC());
      RunRequest request =
          request(
              (experiment, condition) -> List.of(),
              (planned, stored) -> ClosingFiles.NONE,
              resources(),
              times);
      Resumption resumption = new Engine().plan(request).orElseThrow();
      Reasons reasons = new Reasons(fingerprints, request.storage());
      return new ResumePlan(plan, resumption, reasons).plan(setup.nodes().values());
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Runs all tasks, or those that nothing stands in for.
   *
   * @throws StorageException if the data folder cannot be read or written
   */
  GraphResult run() {
    RunResources resources = resources();
    GraphResult results;
    try {
      results = run(resources);
    } catch (RuntimeException | Error e) {
      resources.close().forEach(unclosed -> unclosed.addTo(e));
      throw e;
    }
    return results.with(resources.close());
  }

  /** Returns resources of which none is made yet. */
  RunResources resources() {
    return new RunResources(replacements);
  }

  private GraphResult run(RunResources resources) {
    RunTimes times = new RunTimes(Clock.systemUTC());
    List<ExperimentTests> tests =
        plan.experiments().stream()
            .map(planned -> node(planned.name()))
            .map(node -> new ExperimentTests(node, seed(node), plan, resources))
            .toList();
    try {
      ProvenanceReport report =
          new ProvenanceReport(times, DescribedOptions.of(options, setup.settings()));
      List<VersionFiles> files = new ArrayList<>();
      Closer closer =
          (planned, stored) -> {
            List<String> warnings = warnings(planned.name());
            files.add(
                new VersionFiles(
                    node(planned.name()), stored, tests.get(planned.index()), warnings, report));
            warn(warnings);
            return files.get(planned.index());
          };
      RunOutcome outcome =
          new Engine().run(request(fingerprints::definitions, closer, resources, times));
      return results(outcome, tests, files);
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  private List<String> warnings(String experiment) {
    List<String> warnings = new ArrayList<>(ValueRules.warnings(node(experiment)));
    ResumeNotes.newer(fingerprints, experiment).ifPresent(warnings::add);
    warnings.addAll(Unseeded.warnings(experiment, fingerprints.unseeded(experiment)));
    return warnings;
  }

  private void warn(List<String> warnings) {
    for (String warning : warnings) {
      ListenerCall.guard(() -> options.listener().warning(warning));
    }
  }

  private RunRequest request(
      BiFunction<String, String, List<Definition>> dependsOn,
      Closer closer,
      RunResources resources,
      RunTimes times) {
    List<NodeProgram> programs = new ArrayList<>();
    List<NodeStorage> storage = new ArrayList<>();
    for (PlannedExperiment planned : plan.experiments()) {
      ExperimentNode node = node(planned.name());
      programs.add(new NodeProgram(node, planned.conditions(), seed(node)));
      NodeStorage stored =
          NodeRecord.of(
              node,
              planned.configuredConditions(),
              seed(node),
              options.seed().isEmpty() && !setup.isSet(node.name()),
              condition -> dependsOn.apply(node.name(), condition));
      storage.add(stored.withClosing(closer.closing(planned, stored)));
    }
    return new RunRequest(
        plan,
        storage,
        data(),
        options.parallelism(),
        options.failurePolicy() == FailurePolicy.FAIL_FAST
            ? FailureMode.FAIL_FAST
            : FailureMode.CONTINUE,
        new VersionUse(Optional.of(fingerprints), resume(), options.keep()),
        code(new GraphProgram(programs, resources, options.listener())),
        new EngineEvents(options.listener(), times),
        new Cancellation(),
        plan.experiments().stream()
            .map(planned -> FailureSettings.rules(node(planned.name()), options.check() ? 2 : 1))
            .toList());
  }

  private TaskCode code(GraphProgram program) {
    if (!options.check()) {
      return program;
    }
    CheckedProgram twice = new CheckedProgram(program);
    checked = Optional.of(twice);
    return twice;
  }

  private Optional<VersionUse.Resume> resume() {
    return options.resume()
        ? Optional.of(new VersionUse.Resume(planned(Optional.empty()), options.verify()))
        : Optional.empty();
  }

  private Path data() {
    return options.dataDirectory().toAbsolutePath().normalize();
  }

  private GraphResult results(
      RunOutcome outcome, List<ExperimentTests> tests, List<VersionFiles> files) {
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
              new RunDesign(
                  List.copyOf(conditions), plan.clusters(i), OptionalLong.of(seed(node(name)))),
              hypotheses,
              failures.getOrDefault(name, List.of()),
              files.get(i).provenance(),
              List.of()));
    }
    return new GraphResult(results, summary(outcome));
  }

  private RunSummary summary(RunOutcome outcome) {
    TaskCounts counts = outcome.counts();
    return new RunSummary(
        counts.total(),
        counts.done(),
        counts.reused(),
        counts.failed(),
        counts.skipped(),
        counts.cancelled(),
        outcome.interrupted(),
        setup.compiledValues(),
        checked.map(each -> each.differences(plan)),
        Skips.of(outcome),
        options.resume() ? new ResumeNotes(fingerprints).of(outcome) : ResumeNotes.pruning(outcome),
        data(),
        List.of());
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

package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.Pruning;
import dev.crystallize.runtime.store.ResumeRequest;
import dev.crystallize.runtime.store.Resumption;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs plans. */
public final class Engine {

  /** Makes the place where the tasks of one run run. */
  @FunctionalInterface
  interface ExecutorFactory {
    TaskExecutor create(RunRequest request, Staging staging, EngineListener listener);
  }

  private final ExecutorFactory executors;
  private final Function<GraphPlan, ReadyTasks> order;
  private final Function<Path, RunStore> stores;
  private final Supplier<Timers> timers;

  /** An engine that runs tasks on threads of its own. */
  public Engine() {
    this(Engine::local, DependentsFirst::new, RunStore::open);
  }

  Engine(ExecutorFactory executors, Function<GraphPlan, ReadyTasks> order) {
    this(executors, order, RunStore::open);
  }

  Engine(
      ExecutorFactory executors,
      Function<GraphPlan, ReadyTasks> order,
      Function<Path, RunStore> stores) {
    this(executors, order, stores, ThreadTimers::new);
  }

  Engine(
      ExecutorFactory executors,
      Function<GraphPlan, ReadyTasks> order,
      Function<Path, RunStore> stores,
      Supplier<Timers> timers) {
    this.executors = executors;
    this.order = order;
    this.stores = stores;
    this.timers = timers;
  }

  static TaskExecutor local(RunRequest request, Staging staging, EngineListener listener) {
    return new LocalExecutor(request.parallelism(), request.code(), staging, listener);
  }

  /**
   * Runs every task of a plan, as far as it does not take it up from earlier runs, and returns when
   * the last has ended.
   *
   * <p>Interrupting the calling thread cancels the run: what is committed stays, the outcome says
   * so and the thread is still interrupted afterwards.
   *
   * @throws ArtifactException if an experiment reads an output that its upstream does not have
   * @throws StoreException if the data folder cannot be read or written; the run has stopped
   */
  public RunOutcome run(RunRequest request) {
    RunNodes.check(request);
    EngineListener listener = new SafeListener(request.listener());
    try (RunStore store = stores.apply(request.dataDirectory());
        Timers timer = timers.get()) {
      Optional<Resumption> resumption = resumeRequest(request).map(store::resumption);
      RunNodes nodes = RunNodes.of(request, store, resumption);
      Deadlines deadlines = new Deadlines(request, timer, listener);
      TaskExecutor executor = executors.create(request, nodes, deadlines.listener());
      TaskBoard board =
          new TaskBoard(request.plan(), order.apply(request.plan()), request.code().limits());
      Execution execution =
          new Execution(request, nodes, board, executor, deadlines, timer, listener);
      store.start(execution::fail);
      RunOutcome outcome = run(request, execution, nodes, listener, resumption);
      boolean prunes = request.versions().keep().isPresent() && outcome.complete();
      return prunes ? outcome.pruned(prune(request, store, outcome)) : outcome;
    }
  }

  /**
   * Decides what {@link #run} would take up from earlier runs and what it would run, without a
   * trace on the disk.
   *
   * @return the decisions; empty if the request is not to resume, so that everything runs
   * @throws ArtifactException if an experiment reads an output that its upstream does not have
   * @throws StoreException if the data folder cannot be read
   */
  public Optional<Resumption> plan(RunRequest request) {
    RunNodes.check(request);
    return resumeRequest(request).map(DataFolder.at(request.dataDirectory())::plan);
  }

  private static Optional<ResumeRequest> resumeRequest(RunRequest request) {
    return request
        .versions()
        .resume()
        .map(
            resume ->
                new ResumeRequest(
                    request.plan(),
                    resume.whole(),
                    request.storage(),
                    request.versions().fingerprints().orElseThrow(),
                    resume.verify()));
  }

  private static Pruning prune(RunRequest request, RunStore store, RunOutcome outcome) {
    List<String> experiments =
        request.plan().experiments().stream().map(PlannedExperiment::name).toList();
    Set<Path> own =
        outcome.experiments().stream()
            .flatMap(experiment -> experiment.versionFolder().stream())
            .collect(Collectors.toSet());
    return store.prune(experiments, request.versions().keep().orElseThrow(), own);
  }

  private static RunOutcome run(
      RunRequest request,
      Execution execution,
      RunNodes nodes,
      EngineListener listener,
      Optional<Resumption> resumption) {
    GraphPlan plan = request.plan();
    listener.runStarted(plan.taskCount());
    request.cancellation().onCancel(() -> execution.stop(Stop.INTERRUPTED));
    boolean interrupted = false;
    try {
      nodes.resume();
      interrupted = execution.run();
      if (execution.fatal().isPresent()) {
        throw execution.fatal().get();
      }
      nodes.leave();
    } finally {
      listener.runFinished(execution.board().counts(), execution.interrupted());
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    List<ExperimentOutcome> experiments =
        plan.experiments().stream()
            .<ExperimentOutcome>map(
                planned -> new StoredExperiment(planned, nodes.store(planned.index())))
            .toList();
    return new RunOutcome(
        plan,
        experiments,
        execution.failures(),
        new SkippedTasks(nodes, execution.board()),
        execution.board().counts(),
        execution.interrupted(),
        Pruning.NONE,
        resumption);
  }
}

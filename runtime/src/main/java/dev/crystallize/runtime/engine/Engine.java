package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.StoreException;
import java.util.List;
import java.util.function.Function;

/** Runs plans. */
public final class Engine {

  /** Makes the place where the tasks of one run run. */
  @FunctionalInterface
  interface ExecutorFactory {
    TaskExecutor create(RunRequest request, Staging staging, EngineListener listener);
  }

  private final ExecutorFactory executors;
  private final Function<GraphPlan, ReadyTasks> order;

  /** An engine that runs tasks on threads of its own. */
  public Engine() {
    this(Engine::local, DependentsFirst::new);
  }

  Engine(ExecutorFactory executors, Function<GraphPlan, ReadyTasks> order) {
    this.executors = executors;
    this.order = order;
  }

  static TaskExecutor local(RunRequest request, Staging staging, EngineListener listener) {
    return new LocalExecutor(request.parallelism(), request.code(), staging, listener);
  }

  /**
   * Runs every task of a plan into new versions and returns when the last has ended.
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
    try (RunStore store = RunStore.open(request.dataDirectory())) {
      RunNodes nodes = RunNodes.of(request, store);
      TaskExecutor executor = executors.create(request, nodes, listener);
      Execution execution =
          new Execution(request, nodes, order.apply(request.plan()), executor, listener);
      store.start(execution::fail);
      return run(request, execution, nodes, listener);
    }
  }

  private static RunOutcome run(
      RunRequest request, Execution execution, RunNodes nodes, EngineListener listener) {
    GraphPlan plan = request.plan();
    listener.runStarted(plan.taskCount());
    request.cancellation().onCancel(() -> execution.stop(Stop.INTERRUPTED));
    boolean interrupted = execution.run();
    try {
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
        execution.interrupted());
  }
}

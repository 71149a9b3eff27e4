package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.NodeStorage;
import java.nio.file.Path;
import java.util.List;

/**
 * A request that says only what a test is about: else two tasks run at once, failures stop nothing,
 * every version is new, nothing has a limit and nobody listens.
 */
final class RequestBuilder {

  private final GraphPlan plan;
  private final Path data;
  private final TaskCode code;
  private List<NodeStorage> storage;
  private int parallelism = 2;
  private FailureMode failureMode = FailureMode.CONTINUE;
  private VersionUse versions = VersionUse.NEW_ONLY;
  private EngineListener listener = EngineListener.NONE;
  private Cancellation cancellation = new Cancellation();
  private List<FailureRules> rules = List.of();

  RequestBuilder(GraphPlan plan, Path data, TaskCode code) {
    this.plan = plan;
    this.data = data;
    this.code = code;
    this.storage = Runs.storage(plan);
  }

  RequestBuilder storage(List<NodeStorage> newStorage) {
    storage = newStorage;
    return this;
  }

  RequestBuilder parallelism(int newParallelism) {
    parallelism = newParallelism;
    return this;
  }

  RequestBuilder failureMode(FailureMode newFailureMode) {
    failureMode = newFailureMode;
    return this;
  }

  RequestBuilder versions(VersionUse newVersions) {
    versions = newVersions;
    return this;
  }

  RequestBuilder listener(EngineListener newListener) {
    listener = newListener;
    return this;
  }

  RequestBuilder cancellation(Cancellation newCancellation) {
    cancellation = newCancellation;
    return this;
  }

  /** The same rules for every experiment. */
  RequestBuilder rules(FailureRules newRules) {
    rules = plan.experiments().stream().map(each -> newRules).toList();
    return this;
  }

  RunRequest build() {
    return new RunRequest(
        plan,
        storage,
        data,
        parallelism,
        failureMode,
        versions,
        code,
        listener,
        cancellation,
        rules);
  }
}

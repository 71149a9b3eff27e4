package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.NodeStorage;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of a plan.
 *
 * @param plan what to run
 * @param storage what to write of each experiment, in the order of the plan
 * @param dataDirectory the data folder; made if absent
 * @param parallelism how many tasks run at once, at least 1
 * @param failureMode what a failed task means for the rest
 * @param versions how to deal with versions that exist
 * @param code the users' code
 * @param listener sees what happens
 * @param cancellation stops the run from outside
 * @param rules what to do when tasks fail or hang, in the order of the plan; empty for nothing
 */
public record RunRequest(
    GraphPlan plan,
    List<NodeStorage> storage,
    Path dataDirectory,
    int parallelism,
    FailureMode failureMode,
    VersionUse versions,
    TaskCode code,
    EngineListener listener,
    Cancellation cancellation,
    List<FailureRules> rules) {

  /**
   * Checks that plan and storage fit.
   *
   * @throws IllegalArgumentException if they name different experiments or parallelism is below 1
   */
  public RunRequest {
    storage = List.copyOf(storage);
    rules = List.copyOf(rules);
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, not " + parallelism);
    }
    if (storage.size() != plan.experimentCount()) {
      throw new IllegalArgumentException(
          "the plan has " + plan.experimentCount() + " experiments, storage " + storage.size());
    }
    for (int i = 0; i < storage.size(); i++) {
      String planned = plan.experiment(i).name();
      if (!planned.equals(storage.get(i).experiment())) {
        throw new IllegalArgumentException(
            "experiment " + i + " is '" + planned + "', not '" + storage.get(i).experiment() + "'");
      }
    }
    if (!rules.isEmpty() && rules.size() != plan.experimentCount()) {
      throw new IllegalArgumentException(
          "the plan has " + plan.experimentCount() + " experiments, rules " + rules.size());
    }
  }
}

package dev.crystallize.runtime.plan;

import java.util.List;

/**
 * One experiment of a plan.
 *
 * @param index its place in topological order, from 0
 * @param name its name
 * @param firstTask the number of its first task; tasks are numbered condition by condition, each
 *     condition's replicates in order
 * @param replicates how many replicates each condition runs
 * @param configuredReplicates how many it would run if the command line asked for nothing
 * @param conditions the conditions to run: {@code baseline}, its own treatments in declared order,
 *     then those that only its upstreams define, in the order of its references
 * @param configuredConditions the conditions it would run if no treatment were deselected
 * @param reads its references in declared order
 */
public record PlannedExperiment(
    int index,
    String name,
    int firstTask,
    int replicates,
    int configuredReplicates,
    List<String> conditions,
    List<String> configuredConditions,
    List<PlanEdge> reads) {

  /** How many tasks this experiment has. */
  public int taskCount() {
    return conditions.size() * replicates;
  }
}

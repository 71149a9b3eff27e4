package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.Pruning;
import dev.crystallize.runtime.store.Resumption;
import java.util.List;
import java.util.Optional;

/**
 * What became of a run.
 *
 * @param plan what was run
 * @param experiments what became of each experiment, in the order of the plan
 * @param failures every failed task, by task number
 * @param skipped every skipped task with the failure behind it, by task number
 * @param counts how many tasks ended how
 * @param interrupted whether the run was cancelled from outside before its end
 * @param pruning which old versions were deleted
 * @param resumption what was taken up of earlier runs, if the run was to resume
 */
public record RunOutcome(
    GraphPlan plan,
    List<ExperimentOutcome> experiments,
    List<TaskFailure> failures,
    List<SkippedTask> skipped,
    TaskCounts counts,
    boolean interrupted,
    Pruning pruning,
    Optional<Resumption> resumption) {

  /** Copies the lists. */
  public RunOutcome {
    experiments = List.copyOf(experiments);
    failures = List.copyOf(failures);
  }

  RunOutcome pruned(Pruning result) {
    return new RunOutcome(
        plan, experiments, failures, skipped, counts, interrupted, result, resumption);
  }

  /** Whether every task was committed. */
  public boolean complete() {
    return counts.done() == counts.total();
  }

  /**
   * What became of one experiment.
   *
   * @throws IllegalArgumentException if the plan has no such experiment
   */
  public ExperimentOutcome experiment(String name) {
    return experiments.get(plan.indexOf(name));
  }
}

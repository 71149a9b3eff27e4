package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Decides whether tasks that did not succeed run again. */
final class Retries {

  private static final int LOST_REPEATS = 3;

  private final GraphPlan plan;
  private final List<FailureRules> rules;
  private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> losses = new ConcurrentHashMap<>();

  Retries(RunRequest request) {
    this.plan = request.plan();
    this.rules = request.rules();
  }

  /**
   * What follows from a failed attempt.
   *
   * @param failure the failure, which says which of how many attempts it was
   * @param again how long to wait before the task runs again; empty if it failed for good
   */
  record Decision(TaskFailure failure, Optional<Duration> again) {}

  /** Counts a failure. Memory that ran out will not come back by trying again. */
  Decision failed(int task, TaskFailure failure) {
    FailureRule rule = rule(task).at(failure.step());
    int failed = failures.merge(task, 1, Integer::sum);
    TaskFailure counted = failure.counted(failed, rule.retries() + 1);
    boolean again = failed <= rule.retries() && !failure.outOfMemory();
    return new Decision(counted, again ? Optional.of(rule.wait(failed)) : Optional.empty());
  }

  /** Counts a loss, which is nobody's failure. */
  boolean repeatsLost(int task) {
    return losses.merge(task, 1, Integer::sum) <= LOST_REPEATS;
  }

  /** The failure of a task that was lost too often, which ends it. */
  TaskFailure lost(TaskRequest request) {
    int attempt = failures.getOrDefault(request.number(), 0) + 1;
    IllegalStateException cause =
        new IllegalStateException(
            request.key() + " was lost " + (LOST_REPEATS + 1) + " times where it ran");
    return TaskFailure.of(request.key(), request.attempt(), Optional.empty(), cause)
        .counted(attempt, attempt);
  }

  private FailureRules rule(int task) {
    return rules.isEmpty() ? FailureRules.NONE : rules.get(plan.experimentOf(task));
  }
}

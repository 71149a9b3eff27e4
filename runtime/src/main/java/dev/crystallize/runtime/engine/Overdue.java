package dev.crystallize.runtime.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Attempts whose time is up: they are interrupted, given up if they do not stop, and fail whatever
 * becomes of them.
 */
final class Overdue {

  /** How long an interrupted attempt may take to stop. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final RunState state;
  private final RunNodes nodes;
  private final TaskExecutor executor;
  private final BiConsumer<Duration, Runnable> later;
  private final Consumer<TaskOutcome> settle;

  /** Guarded by the state. */
  private final Map<Attempt, Expiry> expired = new HashMap<>();

  Overdue(
      RunState state,
      RunNodes nodes,
      TaskExecutor executor,
      BiConsumer<Duration, Runnable> later,
      Consumer<TaskOutcome> settle) {
    this.state = state;
    this.nodes = nodes;
    this.executor = executor;
    this.later = later;
    this.settle = settle;
  }

  /** Interrupts an attempt. */
  void expire(Expiry expiry) {
    Attempt attempt = new Attempt(nodes.number(expiry.task()), expiry.attempt());
    synchronized (state) {
      if (state.cancels() || !isRunning(attempt) || expired.containsKey(attempt)) {
        return;
      }
      expired.put(attempt, expiry);
    }
    executor.cancel(expiry.task(), expiry.attempt());
    later.accept(GRACE, () -> giveUp(attempt, expiry));
  }

  private void giveUp(Attempt attempt, Expiry expiry) {
    synchronized (state) {
      if (!isRunning(attempt)) {
        return;
      }
    }
    StackTraceElement[] stack = executor.abandon(expiry.task(), expiry.attempt());
    settle.accept(
        new TaskOutcome.Failed(
            nodes.request(attempt.task(), attempt.number()), expiry.failure(stack), List.of()));
  }

  private boolean isRunning(Attempt attempt) {
    return state.board().isRunning(attempt.task(), attempt.number());
  }

  /**
   * What an outcome is worth: whatever an attempt brings after its time is up, it failed. Called
   * under the lock of the state.
   */
  TaskOutcome judged(TaskOutcome outcome) {
    TaskRequest request = outcome.request();
    Optional<Expiry> expiry =
        expired.isEmpty()
            ? Optional.empty()
            : Optional.ofNullable(expired.get(new Attempt(request.number(), request.attempt())));
    if (expiry.isEmpty() || isTimeout(outcome)) {
      return outcome;
    }
    Optional<Throwable> thrown =
        outcome instanceof TaskOutcome.Failed failed ? failed.failure().cause() : Optional.empty();
    return new TaskOutcome.Failed(request, expiry.get().failure(thrown), outcome.files());
  }

  private static boolean isTimeout(TaskOutcome outcome) {
    return outcome instanceof TaskOutcome.Failed failed
        && failed.failure().cause().filter(TaskTimedOutException.class::isInstance).isPresent();
  }

  private record Attempt(int task, int number) {}
}

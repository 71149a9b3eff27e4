package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run on its way: hands tasks over when they are ready and settles their outcomes.
 *
 * <p>Whoever brings an outcome also commits it and hands over what became ready, so no thread
 * stands between the workers. The lock is held for bookkeeping only, never while reading or
 * writing.
 */
final class Execution implements OutcomeSink {

  private final GraphPlan plan;
  private final FailureMode failureMode;
  private final EngineListener listener;
  private final RunNodes nodes;
  private final Committer committer;
  private final TaskExecutor executor;
  private final Timers timers;
  private final Deadlines deadlines;
  private final Retries retries;
  private final Overdue overdue;

  /** Guarded by the state, as all that is written in a block of it. */
  private final TaskBoard board;

  private final RunState state;
  private final Map<Integer, TaskFailure> failures = new TreeMap<>();

  /** Made while there is memory for it. */
  private final Optional<RuntimeException> outOfMemory =
      Optional.of(
          new IllegalStateException(
              "the JVM ran out of memory outside of any task: give it more (-Xmx), or run fewer"
                  + " tasks at once (--parallelism)"));

  Execution(
      RunRequest request,
      RunNodes nodes,
      TaskBoard board,
      TaskExecutor executor,
      Deadlines deadlines,
      Timers timers,
      EngineListener listener) {
    this.plan = request.plan();
    this.failureMode = request.failureMode();
    this.listener = listener;
    this.nodes = nodes;
    this.committer = new Committer(plan, nodes);
    this.executor = executor;
    this.timers = timers;
    this.deadlines = deadlines;
    this.retries = new Retries(request);
    this.board = board;
    this.state = new RunState(board);
    this.overdue = new Overdue(state, nodes, executor, this::later, this::accept);
  }

  /**
   * Runs until every task has ended or the run was stopped.
   *
   * @return whether the calling thread was interrupted meanwhile
   */
  boolean run() {
    executor.open(this);
    deadlines.open(expiry -> guarded(() -> overdue.expire(expiry)));
    atWork(
        () -> {
          takeUp();
          handOver();
          endConditions();
        });
    boolean interrupted = state.await(this::cancelRunning);
    executor.close();
    timers.close();
    return interrupted;
  }

  /** What ended the run at once, if anything did. */
  Optional<RuntimeException> fatal() {
    return state.fatal();
  }

  TaskBoard board() {
    return board;
  }

  List<TaskFailure> failures() {
    return List.copyOf(failures.values());
  }

  boolean interrupted() {
    return state.interrupted();
  }

  /** Starts nothing more. */
  void stop(Stop reason) {
    if (state.stop(reason)) {
      executor.withdraw();
      cancelRunning();
    }
  }

  /** Ends the run without waiting for what still runs. */
  void fail(RuntimeException cause) {
    state.fail(Optional.of(cause));
  }

  @Override
  public void accept(TaskOutcome outcome) {
    guarded(() -> settle(outcome));
  }

  @Override
  public void broken(Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      state.fail(outOfMemory);
    } else {
      fail(new IllegalStateException("the engine failed", cause));
    }
  }

  /** What goes wrong is known before nobody is at work any more: then the run is over. */
  private void atWork(Runnable action) {
    state.enter();
    try {
      guarded(action);
    } finally {
      state.leave();
    }
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (StoreException e) {
      fail(e);
    } catch (RuntimeException | Error e) {
      broken(e);
    }
  }

  private void cancelRunning() {
    if (!state.cancels()) {
      return;
    }
    List<Attempt> running = new ArrayList<>();
    synchronized (state) {
      for (int task : board.runningTasks()) {
        running.add(new Attempt(task, board.attempt(task)));
      }
    }
    for (Attempt attempt : running) {
      executor.cancel(nodes.key(attempt.task()), attempt.number());
    }
  }

  /** What earlier runs have committed is done before anything starts. */
  private void takeUp() {
    for (int task = 0; task < plan.taskCount(); task++) {
      Optional<Verdict.Reuse> reuse = nodes.planned(task);
      if (reuse.isPresent()) {
        reused(task, reuse.get());
      }
    }
  }

  private void reused(int task, Verdict.Reuse reuse) {
    nodes.reuse(task, reuse);
    synchronized (state) {
      board.reused(task);
    }
    listener.taskReused(nodes.key(task), reuse.version().number(), reuse.task().measures());
  }

  private void handOver() {
    while (handOverBatch()) {
      // A task that turned out not to have to run leaves its place to another.
    }
  }

  /**
   * Hands over as many ready tasks as the executor wants. Called by who is at work.
   *
   * @return whether it may want more, because some of them need not run
   */
  private boolean handOverBatch() {
    List<Attempt> ready = new ArrayList<>(1);
    synchronized (state) {
      if (state.stopped()) {
        return false;
      }
      for (int free = executor.capacity() - board.running(); free > 0; free--) {
        int task = board.start();
        if (task == ReadyTasks.NONE) {
          break;
        }
        ready.add(new Attempt(task, board.attempt(task)));
      }
    }
    if (ready.isEmpty()) {
      return false;
    }
    List<TaskRequest> requests = new ArrayList<>(ready.size());
    for (Attempt attempt : ready) {
      TaskRequest request = nodes.request(attempt.task(), attempt.number());
      if (!standsIn(request)) {
        begin(request.experiment());
        requests.add(request);
      }
    }
    if (!requests.isEmpty()) {
      executor.submit(requests);
    }
    if (state.stopping()) {
      executor.withdraw();
    }
    cancelRunning();
    return requests.size() < ready.size();
  }

  private boolean standsIn(TaskRequest request) {
    Optional<Verdict.Reuse> reuse = nodes.resolve(request);
    if (reuse.isEmpty()) {
      return false;
    }
    synchronized (state) {
      board.claim(request.number(), request.attempt(), true);
    }
    reused(request.number(), reuse.get());
    return true;
  }

  private void begin(int experiment) {
    if (nodes.store(experiment).begin()) {
      listener.experimentStarted(plan.experiment(experiment).name());
    }
  }

  private void settle(TaskOutcome reported) {
    TaskRequest request = reported.request();
    TaskOutcome outcome;
    boolean counts;
    boolean repeated;
    synchronized (state) {
      if (state.closed()) {
        return;
      }
      outcome = overdue.judged(reported);
      boolean done = outcome instanceof TaskOutcome.Done;
      counts = board.claim(request.number(), request.attempt(), done);
      repeated = board.isDone(request.number());
      state.enter();
    }
    deadlines.ended(request.key(), request.attempt());
    try {
      guarded(() -> goOn(outcome, counts, repeated));
    } finally {
      state.leave();
    }
  }

  private void goOn(TaskOutcome outcome, boolean counts, boolean repeated) {
    if (!counts) {
      late(outcome, repeated);
    } else if (outcome instanceof TaskOutcome.Done done) {
      done(done);
    } else if (outcome instanceof TaskOutcome.Failed failed) {
      failed(failed, failed.failure());
    } else {
      lost(outcome);
    }
    handOver();
    endConditions();
  }

  private void late(TaskOutcome outcome, boolean repeated) {
    if (repeated && outcome instanceof TaskOutcome.Done done) {
      committer.compare(done);
    }
    committer.discard(outcome);
  }

  private void done(TaskOutcome.Done outcome) {
    Optional<TaskFailure> refused = committer.commit(outcome);
    if (refused.isPresent()) {
      failed(outcome, refused.get());
      return;
    }
    TaskRequest request = outcome.request();
    synchronized (state) {
      board.done(request.number());
    }
    listener.taskFinished(request.key(), request.attempt(), outcome.measures());
  }

  private void failed(TaskOutcome outcome, TaskFailure failure) {
    int task = outcome.request().number();
    if (isCancelled(task)) {
      committer.discard(outcome);
      return;
    }
    Retries.Decision decision = retries.failed(task, failure);
    if (decision.again().isPresent()) {
      committer.dropped(outcome);
      listener.taskRetried(decision.failure(), decision.again().get());
      again(task, decision.again().get());
    } else {
      failedForGood(outcome, decision.failure());
    }
  }

  private void again(int task, Duration wait) {
    synchronized (state) {
      board.rest(task);
    }
    if (wait.isZero()) {
      wake(task);
    } else {
      later(
          wait,
          () -> {
            wake(task);
            handOver();
          });
    }
  }

  private void later(Duration wait, Runnable action) {
    timers.after(wait, () -> atWork(action));
  }

  private void wake(int task) {
    synchronized (state) {
      board.wake(task);
    }
  }

  private void failedForGood(TaskOutcome outcome, TaskFailure failure) {
    int task = outcome.request().number();
    committer.failed(outcome, failure);
    int[] skipped;
    synchronized (state) {
      skipped = board.failed(task);
      failures.put(task, failure);
    }
    listener.taskFailed(failure);
    for (int dependent : skipped) {
      listener.taskSkipped(new SkippedTask(nodes.key(dependent), failure.task()));
    }
    if (failure.outOfMemory()) {
      stop(Stop.OUT_OF_MEMORY);
    } else if (failureMode == FailureMode.FAIL_FAST) {
      stop(Stop.FAILED);
    }
  }

  /** A task that ends after it was interrupted did not fail by itself. */
  private boolean isCancelled(int task) {
    synchronized (state) {
      boolean cancelled = state.cancels();
      if (cancelled) {
        board.cancelled(task);
      }
      return cancelled;
    }
  }

  private void lost(TaskOutcome outcome) {
    TaskRequest request = outcome.request();
    if (retries.repeatsLost(request.number())) {
      again(request.number(), Duration.ZERO);
    } else {
      failedForGood(outcome, retries.lost(request));
    }
  }

  private void endConditions() {
    if (!board.someEnded()) {
      return;
    }
    int[] ended;
    synchronized (state) {
      ended = board.takeEndedConditions();
    }
    for (int firstTask : ended) {
      if (nodes.endCondition(firstTask)) {
        listener.experimentFinished(plan.experiment(plan.experimentOf(firstTask)).name());
      }
    }
  }

  private record Attempt(int task, int number) {}
}

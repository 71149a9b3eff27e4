package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One run on its way: hands tasks over when they are ready and settles their outcomes.
 *
 * <p>Whoever brings an outcome also commits it and hands over what became ready, so no thread
 * stands between the workers. The lock is held for bookkeeping only, never while reading or
 * writing.
 */
final class Execution implements OutcomeSink {

  private static final int LOST_REPEATS = 3;

  /** How long interrupted tasks may take to notice. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final GraphPlan plan;
  private final FailureMode failureMode;
  private final EngineListener listener;
  private final RunNodes nodes;
  private final Committer committer;
  private final TaskExecutor executor;

  private final Object lock = new Object();
  private final TaskBoard board;
  private final Map<Integer, TaskFailure> failures = new TreeMap<>();

  /** How many threads are handing over or settling. */
  private int busy;

  private Optional<Stop> stop = Optional.empty();
  private Optional<RuntimeException> fatal = Optional.empty();
  private boolean closed;

  Execution(
      RunRequest request,
      RunNodes nodes,
      ReadyTasks ready,
      TaskExecutor executor,
      EngineListener listener) {
    this.plan = request.plan();
    this.failureMode = request.failureMode();
    this.listener = listener;
    this.nodes = nodes;
    this.committer = new Committer(plan, nodes);
    this.executor = executor;
    this.board = new TaskBoard(plan, ready);
  }

  /**
   * Runs until every task has ended or the run was stopped.
   *
   * @return whether the calling thread was interrupted meanwhile
   */
  boolean run() {
    executor.open(this);
    guarded(
        () -> {
          takeUp();
          handOver();
          endConditions();
        });
    boolean interrupted = await();
    executor.close();
    return interrupted;
  }

  /** What ended the run at once, if anything did. */
  Optional<RuntimeException> fatal() {
    synchronized (lock) {
      return fatal;
    }
  }

  TaskBoard board() {
    return board;
  }

  List<TaskFailure> failures() {
    return List.copyOf(failures.values());
  }

  boolean interrupted() {
    synchronized (lock) {
      return stop.filter(reason -> reason == Stop.INTERRUPTED).isPresent();
    }
  }

  /** Starts nothing more. */
  void stop(Stop reason) {
    synchronized (lock) {
      if (closed || (stop.isPresent() && reason != Stop.INTERRUPTED)) {
        return;
      }
      stop = Optional.of(reason);
      lock.notifyAll();
    }
    cancelRunning();
  }

  /** Ends the run without waiting for what still runs. */
  void fail(RuntimeException cause) {
    synchronized (lock) {
      if (fatal.isEmpty()) {
        fatal = Optional.of(cause);
      }
      lock.notifyAll();
    }
  }

  @Override
  public void accept(TaskOutcome outcome) {
    guarded(() -> settle(outcome));
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (StoreException e) {
      fail(e);
    } catch (RuntimeException | Error e) {
      fail(new IllegalStateException("the engine failed", e));
    }
  }

  private boolean await() {
    boolean interrupted = false;
    long stoppedAt = 0;
    synchronized (lock) {
      while (!isOver(stoppedAt)) {
        try {
          if (stop.isPresent() && stop.get().interrupts()) {
            stoppedAt = stoppedAt == 0 ? System.nanoTime() : stoppedAt;
            TimeUnit.NANOSECONDS.timedWait(lock, GRACE_NANOS);
          } else {
            lock.wait();
          }
        } catch (InterruptedException e) {
          interrupted = true;
          stop = Optional.of(Stop.INTERRUPTED);
          cancelRunning();
        }
      }
      closed = true;
    }
    return interrupted;
  }

  private boolean isOver(long stoppedAt) {
    if (busy > 0) {
      return false;
    }
    if (fatal.isPresent() || board.allEnded()) {
      return true;
    }
    boolean patient = stoppedAt == 0 || System.nanoTime() - stoppedAt < GRACE_NANOS;
    return stop.isPresent() && (board.running() == 0 || !patient);
  }

  private boolean isStopped() {
    return stop.isPresent() || fatal.isPresent() || closed;
  }

  private void cancelRunning() {
    List<Attempt> running = new ArrayList<>();
    synchronized (lock) {
      if (stop.isEmpty() || !stop.get().interrupts()) {
        return;
      }
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
    synchronized (lock) {
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
   * Hands over as many ready tasks as the executor wants.
   *
   * @return whether it may want more, because some of them need not run
   */
  private boolean handOverBatch() {
    List<Attempt> ready = new ArrayList<>();
    synchronized (lock) {
      if (isStopped()) {
        return false;
      }
      for (int free = executor.capacity() - board.running(); free > 0; free--) {
        int task = board.start();
        if (task == ReadyTasks.NONE) {
          break;
        }
        ready.add(new Attempt(task, board.attempt(task)));
      }
      if (ready.isEmpty()) {
        return false;
      }
      busy++;
    }
    List<TaskRequest> requests = new ArrayList<>(ready.size());
    try {
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
    } finally {
      noLongerBusy();
    }
    cancelRunning();
    return requests.size() < ready.size();
  }

  private boolean standsIn(TaskRequest request) {
    Optional<Verdict.Reuse> reuse = nodes.resolve(request);
    if (reuse.isEmpty()) {
      return false;
    }
    synchronized (lock) {
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

  private void settle(TaskOutcome outcome) {
    int task = outcome.request().number();
    boolean counts;
    boolean repeated;
    synchronized (lock) {
      if (closed) {
        return;
      }
      boolean done = outcome instanceof TaskOutcome.Done;
      counts = board.claim(task, outcome.request().attempt(), done);
      repeated = board.isDone(task);
      busy++;
    }
    try {
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
    } finally {
      noLongerBusy();
    }
  }

  private void noLongerBusy() {
    synchronized (lock) {
      busy--;
      if (busy == 0) {
        lock.notifyAll();
      }
    }
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
    synchronized (lock) {
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
    committer.failed(outcome, failure);
    int[] skipped;
    synchronized (lock) {
      skipped = board.failed(task);
      failures.put(task, failure);
    }
    listener.taskFailed(failure);
    for (int dependent : skipped) {
      listener.taskSkipped(new SkippedTask(nodes.key(dependent), failure.task()));
    }
    if (failure.cause().filter(OutOfMemoryError.class::isInstance).isPresent()) {
      stop(Stop.OUT_OF_MEMORY);
    } else if (failureMode == FailureMode.FAIL_FAST) {
      stop(Stop.FAILED);
    }
  }

  /** A task that ends after it was interrupted did not fail by itself. */
  private boolean isCancelled(int task) {
    synchronized (lock) {
      boolean cancelled = stop.isPresent() && stop.get().interrupts();
      if (cancelled) {
        board.cancelled(task);
      }
      return cancelled;
    }
  }

  private void lost(TaskOutcome outcome) {
    TaskRequest request = outcome.request();
    if (request.attempt() <= LOST_REPEATS) {
      synchronized (lock) {
        board.again(request.number());
      }
      return;
    }
    IllegalStateException cause =
        new IllegalStateException(
            request.key() + " was lost " + request.attempt() + " times where it ran");
    failed(outcome, TaskFailure.of(request.key(), request.attempt(), Optional.empty(), cause));
  }

  private void endConditions() {
    int[] ended;
    synchronized (lock) {
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

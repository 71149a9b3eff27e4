package dev.crystallize.runtime.engine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether a run goes on: what stopped it, who is at work, and when it is over. It is also the lock
 * under which the board of its tasks is looked at and changed.
 */
final class RunState {

  /** How long interrupted tasks may take to notice. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final TaskBoard board;

  /** How many threads are handing over or settling. */
  private int busy;

  /**
   * Changed under the lock only, and looked at without it where nothing else has to stand still.
   */
  private volatile Optional<Stop> stop = Optional.empty();

  private Optional<RuntimeException> fatal = Optional.empty();
  private volatile boolean closed;

  RunState(TaskBoard board) {
    this.board = board;
  }

  TaskBoard board() {
    return board;
  }

  /**
   * Starts nothing more. Whoever asked from outside outranks other reasons.
   *
   * @return whether that was new
   */
  synchronized boolean stop(Stop reason) {
    if (closed || (stop.isPresent() && reason != Stop.INTERRUPTED)) {
      return false;
    }
    stop = Optional.of(reason);
    notifyAll();
    return true;
  }

  /** Ends the run without waiting for what still runs. The first cause counts. */
  synchronized void fail(Optional<RuntimeException> cause) {
    if (fatal.isEmpty()) {
      fatal = cause;
    }
    notifyAll();
  }

  /** What ended the run at once, if anything did. */
  synchronized Optional<RuntimeException> fatal() {
    return fatal;
  }

  synchronized boolean interrupted() {
    return stop.isPresent() && stop.get() == Stop.INTERRUPTED;
  }

  /** Whether nothing more may start. */
  synchronized boolean stopped() {
    return stop.isPresent() || fatal.isPresent() || closed;
  }

  /** Whether somebody or something has asked that nothing more starts. */
  boolean stopping() {
    return stop.isPresent();
  }

  /** Whether what runs is being cancelled. */
  boolean cancels() {
    return closed || stop.map(Stop::interrupts).orElse(false);
  }

  /** Whether the run is over, so that nothing counts any more. */
  synchronized boolean closed() {
    return closed;
  }

  /** A thread begins to hand over or to settle. */
  synchronized void enter() {
    busy++;
  }

  /** A thread is no longer at work. */
  synchronized void leave() {
    busy--;
    if (busy == 0) {
      notifyAll();
    }
  }

  /**
   * Waits until the run is over.
   *
   * @param cancelRunning what to do when the waiting thread is interrupted
   * @return whether it was
   */
  synchronized boolean await(Runnable cancelRunning) {
    boolean interrupted = false;
    long stoppedAt = 0;
    while (!isOver(stoppedAt)) {
      try {
        if (stop.isPresent() && stop.get().interrupts()) {
          stoppedAt = stoppedAt == 0 ? System.nanoTime() : stoppedAt;
          TimeUnit.NANOSECONDS.timedWait(this, GRACE_NANOS);
        } else {
          wait();
        }
      } catch (InterruptedException e) {
        interrupted = true;
        stop = Optional.of(Stop.INTERRUPTED);
        cancelRunning.run();
      }
    }
    closed = true;
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
}

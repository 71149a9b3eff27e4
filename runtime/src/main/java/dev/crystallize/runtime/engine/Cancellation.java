package dev.crystallize.runtime.engine;

import java.util.ArrayList;
import java.util.List;

/** A way to stop a run from another thread: what is committed stays, nothing new starts. */
public final class Cancellation {

  private final List<Runnable> actions = new ArrayList<>();
  private boolean requested;

  /** Asks the run to stop. It returns soon afterwards, marked as interrupted. */
  public void cancel() {
    List<Runnable> toRun;
    synchronized (this) {
      requested = true;
      toRun = List.copyOf(actions);
      actions.clear();
    }
    toRun.forEach(Runnable::run);
  }

  /** Whether {@link #cancel} was called. */
  public synchronized boolean requested() {
    return requested;
  }

  /** Runs the action on cancelling, at once if that has happened. */
  void onCancel(Runnable action) {
    synchronized (this) {
      if (!requested) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}

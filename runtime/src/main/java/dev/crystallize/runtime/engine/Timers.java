package dev.crystallize.runtime.engine;

import java.time.Duration;

/** Does things later, without a thread for each. */
interface Timers extends AutoCloseable {

  /** Something that is to be done later. */
  @FunctionalInterface
  interface Pending {
    /** Leaves it undone, if it is not done or being done already. */
    void cancel();
  }

  /**
   * Does something later. It must not block for long: everything else waits for it.
   *
   * @param delay from now on
   */
  Pending after(Duration delay, Runnable action);

  /** Leaves everything undone. */
  @Override
  void close();
}

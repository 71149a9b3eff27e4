package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.StoreException;

/** Runs plans. */
public final class Engine {

  /**
   * Runs every task of a plan into new versions and returns when the last has ended.
   *
   * <p>Interrupting the calling thread cancels the run: what is committed stays, the outcome says
   * so and the thread is still interrupted afterwards.
   *
   * @throws StoreException if the data folder cannot be read or written; the run has stopped
   */
  public RunOutcome run(RunRequest request) {
    throw new UnsupportedOperationException("not built yet");
  }
}

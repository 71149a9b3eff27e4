package dev.crystallize.runtime.engine;

/**
 * How the tasks of a run ended.
 *
 * @param done committed
 * @param failed failed for good
 * @param skipped not run because something they need failed
 * @param cancelled not run, or not committed, because the run stopped before
 */
public record TaskCounts(int done, int failed, int skipped, int cancelled) {

  /** All tasks. */
  public int total() {
    return done + failed + skipped + cancelled;
  }
}

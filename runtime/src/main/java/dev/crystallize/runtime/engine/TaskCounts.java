package dev.crystallize.runtime.engine;

/**
 * How the tasks of a run ended.
 *
 * @param done committed, by this run or an earlier one
 * @param failed failed for good
 * @param skipped not run because something they need failed
 * @param cancelled not run, or not committed, because the run stopped before
 * @param reused those of the committed ones that earlier runs had committed
 */
public record TaskCounts(int done, int failed, int skipped, int cancelled, int reused) {

  /** Counts of a run that reuses nothing. */
  public TaskCounts(int done, int failed, int skipped, int cancelled) {
    this(done, failed, skipped, cancelled, 0);
  }

  /** All tasks. */
  public int total() {
    return done + failed + skipped + cancelled;
  }
}

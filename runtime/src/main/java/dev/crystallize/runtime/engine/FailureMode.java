package dev.crystallize.runtime.engine;

/** What the rest of a run does when a task fails. */
public enum FailureMode {
  /** Tasks that need the failed one are skipped, all others go on. */
  CONTINUE,
  /** Everything that is not committed yet is cancelled. */
  FAIL_FAST
}

package dev.crystallize.runtime.config;

import java.time.Duration;
import java.util.Optional;

/**
 * What to do when a task or a step fails or hangs.
 *
 * @param retries how often a failed task is repeated; not negative
 * @param backoff how long to wait before it is repeated; not negative
 * @param timeout how long it may take; positive
 */
public record FailureConfig(
    Optional<Located<Integer>> retries,
    Optional<Located<Duration>> backoff,
    Optional<Located<Duration>> timeout) {

  /** Nothing is stated. */
  public static final FailureConfig NONE =
      new FailureConfig(Optional.empty(), Optional.empty(), Optional.empty());
}

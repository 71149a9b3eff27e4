package dev.crystallize.runtime.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What to do when a task or a step fails or hangs.
 *
 * @param retries how often the task is repeated, not negative
 * @param backoff how long to wait before it is repeated for the first time, not negative
 * @param timeout how long one attempt may take, positive; empty for as long as it likes
 */
public record FailureRule(int retries, Duration backoff, Optional<Duration> timeout) {

  /** Nothing is repeated and nothing limited. */
  public static final FailureRule NONE = new FailureRule(0, Duration.ZERO, Optional.empty());

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /**
   * How long to wait after a failure: twice as long each time, but not longer than an hour, or than
   * the backoff itself if that is more.
   *
   * @param failures how often the task has failed, from 1
   */
  Duration wait(int failures) {
    Duration wait = backoff;
    for (int i = 1; i < failures && wait.compareTo(LONGEST_WAIT) < 0 && !wait.isZero(); i++) {
      wait = wait.multipliedBy(2);
    }
    Duration longest = backoff.compareTo(LONGEST_WAIT) > 0 ? backoff : LONGEST_WAIT;
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.config.FailureConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.engine.FailureRule;
import dev.crystallize.runtime.engine.FailureRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an experiment or a step says of its failures. No result depends on it.
 *
 * @param retries how often a failed task is repeated
 * @param backoff how long to wait before that
 * @param timeout how long it may take
 */
record FailureSettings(
    Optional<Integer> retries, Optional<Duration> backoff, Optional<Duration> timeout) {

  /** Nothing is said. */
  static final FailureSettings NONE =
      new FailureSettings(Optional.empty(), Optional.empty(), Optional.empty());

  static FailureSettings of(FailureConfig config) {
    return new FailureSettings(
        config.retries().map(Located::value),
        config.backoff().map(Located::value),
        config.timeout().map(Located::value));
  }

  FailureSettings withRetries(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("retries must be 0 or more, not " + count);
    }
    return new FailureSettings(Optional.of(count), backoff, timeout);
  }

  FailureSettings withBackoff(Duration wait) {
    if (wait.isNegative()) {
      throw new IllegalArgumentException("backoff must not be negative, as " + wait + " is");
    }
    return new FailureSettings(retries, Optional.of(wait), timeout);
  }

  FailureSettings withTimeout(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("timeout must be positive, not " + limit);
    }
    return new FailureSettings(retries, backoff, Optional.of(limit));
  }

  /**
   * What holds in an experiment: a step's own settings go before those of the experiment.
   *
   * @param passes how often one attempt goes through the pipeline, and so has its time
   */
  static FailureRules rules(ExperimentNode node, int passes) {
    FailureSettings whole = node.values().failures();
    List<FailureSettings> steps =
        node.steps().stream().map(step -> step.declaration().failures()).toList();
    boolean alike = steps.stream().allMatch(NONE::equals);
    return new FailureRules(
        whole.ofPasses(passes).rule(NONE),
        alike ? List.of() : steps.stream().map(step -> step.rule(whole)).toList());
  }

  private FailureSettings ofPasses(int passes) {
    return new FailureSettings(retries, backoff, timeout.map(limit -> limit.multipliedBy(passes)));
  }

  private FailureRule rule(FailureSettings inherited) {
    return new FailureRule(
        retries.or(inherited::retries).orElse(0),
        backoff.or(inherited::backoff).orElse(Duration.ZERO),
        timeout);
  }
}

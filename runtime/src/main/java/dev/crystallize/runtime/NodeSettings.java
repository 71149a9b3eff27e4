package dev.crystallize.runtime;

import java.time.Duration;
import java.util.Map;

/**
 * The settings of a node while it is built, which are not its wiring.
 *
 * @param <B> the builder
 */
abstract sealed class NodeSettings<B extends NodeSettings<B>> permits ExperimentNode.Builder {

  final NodeParts parts;

  NodeSettings(NodeParts parts) {
    this.parts = parts;
  }

  abstract B self();

  /**
   * Describes the experiment to people.
   *
   * @param text any text
   * @return this builder
   */
  public final B description(String text) {
    parts.description(text);
    return self();
  }

  /**
   * Declares how often each condition runs. Default: as often as the largest of the upstreams, else
   * once.
   *
   * @param count at least 1; a declared 1 is a fixed input, which fits any count downstream
   * @return this builder
   * @throws IllegalArgumentException if the count is below 1
   */
  public final B replicates(int count) {
    parts.replicates(count);
    return self();
  }

  /**
   * Sets what all random numbers of the experiment derive from. Default: 0.
   *
   * @param seed any number
   * @return this builder
   */
  public final B seed(long seed) {
    parts.seed(seed);
    return self();
  }

  /**
   * Sets the parameters of the baseline, which treatments inherit.
   *
   * @param values texts, numbers, truth values, lists and maps by parameter
   * @return this builder
   * @throws IllegalArgumentException if a value is nothing a configuration can hold
   */
  public final B baseline(Map<String, ?> values) {
    parts.baseline(Given.inCode(values));
    return self();
  }

  /**
   * Adds a treatment.
   *
   * @param name its name
   * @param values what it changes of the baseline
   * @return this builder
   * @throws IllegalArgumentException if the name cannot be one or is taken, or a value is nothing a
   *     configuration can hold
   */
  public final B treatment(String name, Map<String, ?> values) {
    parts.treatment(name, Given.inCode(values));
    return self();
  }

  /**
   * Sets how often a failed task is repeated, from its datasource on. What the failed attempt wrote
   * and recorded is dropped, and its random numbers begin anew. Default: 0.
   *
   * @param count 0 or more
   * @return this builder
   * @throws IllegalArgumentException if the count is negative
   */
  public final B retries(int count) {
    parts.failures(failures -> failures.withRetries(count));
    return self();
  }

  /**
   * Sets how long to wait before a failed task is repeated; twice as long each further time, up to
   * an hour. Default: not at all.
   *
   * @param wait not negative
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public final B backoff(Duration wait) {
    parts.failures(failures -> failures.withBackoff(wait));
    return self();
  }

  /**
   * Sets how long one attempt at a task may take. A task that takes longer is interrupted and
   * fails. Default: as long as it likes.
   *
   * @param limit positive
   * @return this builder
   * @throws IllegalArgumentException if it is not positive
   */
  public final B timeout(Duration limit) {
    parts.failures(failures -> failures.withTimeout(limit));
    return self();
  }
}

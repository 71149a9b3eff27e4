package dev.crystallize.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Several inputs under the aliases by which an experiment reads them. */
public final class ExperimentInput {

  private final Map<String, Input<?>> inputs;

  private ExperimentInput(Map<String, Input<?>> inputs) {
    this.inputs = inputs;
  }

  /**
   * Bundles inputs.
   *
   * @param inputs input by alias, at least one
   * @return the bundle
   * @throws IllegalArgumentException if there is none
   */
  public static ExperimentInput of(Map<String, ? extends Input<?>> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("an ExperimentInput needs at least one input");
    }
    // Map.of has another order in each JVM, and what is written must not.
    return new ExperimentInput(Collections.unmodifiableMap(new TreeMap<>(inputs)));
  }

  /**
   * The inputs.
   *
   * @return input by alias, in the order of aliases
   */
  public Map<String, Input<?>> inputs() {
    return inputs;
  }
}

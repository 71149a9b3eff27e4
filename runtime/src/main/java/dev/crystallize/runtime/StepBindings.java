package dev.crystallize.runtime;

import java.util.List;

/**
 * What a configuration gives to one use of a step, in the order in which the step declares it.
 *
 * @param inputs what it reads
 * @param outputs what it writes
 */
record StepBindings(List<Slot<?>> inputs, List<OutputCode<?>> outputs) {

  /** Copies the lists. */
  StepBindings {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}

package dev.crystallize.runtime;

import java.util.Optional;

/**
 * An output that keeps in memory what a step writes, to test the step.
 *
 * @param <T> what is written
 */
public final class CapturedOutput<T> implements Output<T> {

  private Optional<T> value = Optional.empty();

  CapturedOutput() {}

  /**
   * Keeps the value.
   *
   * @param written what is written
   * @throws IllegalStateException if the output was written before, as in a run
   */
  @Override
  public synchronized void write(T written) {
    if (value.isPresent()) {
      throw new IllegalStateException("the output is written twice");
    }
    value = Optional.of(written);
  }

  /**
   * What was written.
   *
   * @return the very object that the step wrote; a run would read it back from its file
   * @throws IllegalStateException if nothing was
   */
  public synchronized T value() {
    return value.orElseThrow(() -> new IllegalStateException("the output was not written"));
  }

  /**
   * Whether the step has written the output.
   *
   * @return whether there is a value
   */
  public synchronized boolean isWritten() {
    return value.isPresent();
  }
}

package dev.crystallize.runtime;

import java.util.function.Function;

/**
 * A place in a pipeline, while a node is built: what has run so far, and the type of the data that
 * come out of it. So the compiler checks that each step takes what the one before it gives.
 *
 * @param <T> the data's type
 */
public final class Stage<T> {

  /**
   * Adds a step that makes new data.
   *
   * @param name the step's name in {@code config.yaml}
   * @param step declares what the step needs and returns its body
   * @return the place after it
   */
  public <R> Stage<R> then(String name, Function<StepSpec, StepBody<T, R>> step) {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds a step that hands on the data it was given.
   *
   * @param name the step's name in {@code config.yaml}
   * @param step declares what the step needs and returns its body
   * @return the place after it
   */
  public Stage<T> through(String name, Function<StepSpec, PassingBody<T>> step) {
    throw new UnsupportedOperationException();
  }
}

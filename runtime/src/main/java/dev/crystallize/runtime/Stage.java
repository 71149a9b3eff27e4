package dev.crystallize.runtime;

import java.util.function.Function;

/**
 * A place in a pipeline, while a node is built: what has run so far, and the type of the data that
 * come out of it. So the compiler checks that each step takes what the one before it gives.
 *
 * @param <T> the data's type
 */
public final class Stage<T> {

  private final ExperimentNode.Builder node;
  private final int position;

  Stage(ExperimentNode.Builder node, int position) {
    this.node = node;
    this.position = position;
  }

  /**
   * Adds a step that makes new data.
   *
   * @param name the step's name in {@code config.yaml}
   * @param step declares what the step needs and returns its body
   * @param <R> the type of the data it makes
   * @return the place after it
   * @throws IllegalStateException if another step follows this place already
   */
  @SuppressWarnings("unchecked") // a pipeline hands each body what the one before it returned
  public <R> Stage<R> then(String name, Function<StepSpec, StepBody<T, R>> step) {
    node.append(position, name, spec -> (StepBody<Object, Object>) step.apply(spec));
    return new Stage<>(node, position + 1);
  }

  /**
   * Adds a step that hands on the data it was given.
   *
   * @param name the step's name in {@code config.yaml}
   * @param step declares what the step needs and returns its body
   * @return the place after it
   * @throws IllegalStateException if another step follows this place already
   */
  public Stage<T> through(String name, Function<StepSpec, PassingBody<T>> step) {
    return then(
        name,
        spec -> {
          PassingBody<T> body = step.apply(spec);
          return (context, data) -> {
            body.run(context, data);
            return data;
          };
        });
  }
}

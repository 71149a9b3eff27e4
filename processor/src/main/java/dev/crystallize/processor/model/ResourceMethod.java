package dev.crystallize.processor.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * A {@code @Resource} method.
 *
 * @param method the method
 * @param parameters its parameters in order
 * @param concurrency how many tasks may use it at once, if it says
 */
public record ResourceMethod(
    MethodModel method, List<ParameterModel> parameters, OptionalInt concurrency) {
  /** Copies the list. */
  public ResourceMethod {
    parameters = List.copyOf(parameters);
  }
}

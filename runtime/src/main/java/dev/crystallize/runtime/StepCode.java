package dev.crystallize.runtime;

import java.util.function.Function;

/**
 * A step in a pipeline.
 *
 * @param name its canonical name
 * @param occurrence how often the same step stands before it, from 0
 * @param declaration what it declared
 * @param body what it does; the types were checked when the pipeline was put together
 * @param factory makes the body anew, for another use of the step
 */
record StepCode(
    String name,
    int occurrence,
    Declaration declaration,
    StepBody<Object, Object> body,
    Function<StepSpec, StepBody<Object, Object>> factory) {

  static StepCode of(
      String name, int occurrence, Function<StepSpec, StepBody<Object, Object>> factory) {
    return of(name, occurrence, new StepSpec(), factory);
  }

  /** A step whose inputs and outputs a configuration gives. */
  static StepCode of(
      String name,
      int occurrence,
      StepBindings bindings,
      Function<StepSpec, StepBody<Object, Object>> factory) {
    return of(name, occurrence, new StepSpec(bindings), factory);
  }

  private static StepCode of(
      String name,
      int occurrence,
      StepSpec spec,
      Function<StepSpec, StepBody<Object, Object>> factory) {
    StepBody<Object, Object> body = factory.apply(spec);
    return new StepCode(name, occurrence, Declaration.of(spec), body, factory);
  }

  StepCode withDeclaration(Declaration changed) {
    return new StepCode(name, occurrence, changed, body, factory);
  }
}

package dev.crystallize.processor.model;

import javax.lang.model.type.TypeMirror;

/** What a step gives to the next one. */
public sealed interface Returned {

  /** {@code void}: the data pass on. */
  record PassOn() implements Returned {}

  /** What it returns is the next step's data. */
  record Value(TypeMirror type) implements Returned {}

  /** {@code StepResult<T>}: data and metrics made by hand. */
  record Result(TypeMirror data) implements Returned {}

  /** A type that does not exist in this round, or a raw {@code StepResult}. */
  record Unknown() implements Returned {}
}

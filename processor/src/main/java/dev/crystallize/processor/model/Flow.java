package dev.crystallize.processor.model;

import javax.lang.model.type.TypeMirror;

/** The data between two steps. */
public sealed interface Flow {

  /** There are none: the experiment has no datasource. */
  record Nothing() implements Flow {}

  /** One value of this type, of the current round. */
  record Typed(TypeMirror type) implements Flow {}

  /** All datasources: a {@code Map<String, Object>} of alias to value. */
  record AllInputs() implements Flow {}

  /** It cannot be known, because of something reported elsewhere: to be passed in silence. */
  record Unknown() implements Flow {}
}

package dev.crystallize.processor.model;

import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A {@code @Loader} method.
 *
 * @param method the method
 * @param shape which of the allowed shapes it has; empty if none
 * @param given the type it returns; empty if it has none of the shapes
 */
public record LoaderMethod(MethodModel method, Optional<Shape> shape, Optional<TypeMirror> given) {

  /** The allowed shapes. */
  public enum Shape {
    /** {@code T f(byte[])}. */
    BYTES,
    /** {@code T f(String)}. */
    TEXT,
    /** {@code T f(InputStream)}. */
    STREAM,
    /** {@code T f(Path)}. */
    FILE
  }
}

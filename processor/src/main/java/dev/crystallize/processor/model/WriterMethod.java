package dev.crystallize.processor.model;

import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A {@code @Writer} method.
 *
 * @param method the method
 * @param shape which of the allowed shapes it has; empty if none
 * @param taken the type it writes; empty if it has none of the shapes
 */
public record WriterMethod(MethodModel method, Optional<Shape> shape, Optional<TypeMirror> taken) {

  /** The allowed shapes. */
  public enum Shape {
    /** {@code byte[] f(T)}. */
    BYTES,
    /** {@code String f(T)}. */
    TEXT,
    /** {@code void f(T, OutputStream)}. */
    STREAM,
    /** {@code void f(T, Path)}. */
    FILE
  }
}

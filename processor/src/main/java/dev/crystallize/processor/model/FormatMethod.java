package dev.crystallize.processor.model;

import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A {@code @Writer} or {@code @Loader} method.
 *
 * @param method the method
 * @param shape which of the allowed shapes it has; empty if none
 * @param type the type it writes or gives; empty if it has none of the shapes
 */
public record FormatMethod(MethodModel method, Optional<Shape> shape, Optional<TypeMirror> type) {

  /** The allowed shapes, by what stands for the file. */
  public enum Shape {
    /** {@code byte[] f(T)}, {@code T f(byte[])}. */
    BYTES,
    /** {@code String f(T)}, {@code T f(String)}. */
    TEXT,
    /** {@code void f(T, OutputStream)}, {@code T f(InputStream)}. */
    STREAM,
    /** {@code void f(T, Path)}, {@code T f(Path)}. */
    FILE
  }
}

package dev.crystallize.processor.read;

import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Primitives where a type argument is needed. */
final class Boxing {

  private Boxing() {}

  /** Returns the box of a primitive, and any other type as it is. */
  static TypeMirror boxed(Types types, TypeMirror type) {
    return type instanceof PrimitiveType primitive ? types.boxedClass(primitive).asType() : type;
  }
}

package dev.crystallize.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Questions about types that need no look-up. */
final class TypeFacts {

  private TypeFacts() {}

  /** Returns the canonical name of a declared type's class, or an empty text. */
  static String nameOf(TypeMirror type) {
    if (type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement() instanceof TypeElement element) {
      return element.getQualifiedName().toString();
    }
    return "";
  }

  /** Returns whether a type is declared by the class of this canonical name. */
  static boolean is(TypeMirror type, String canonicalName) {
    return nameOf(type).equals(canonicalName);
  }

  /** Returns whether a type is {@code byte[]}. */
  static boolean isBytes(TypeMirror type) {
    return type.getKind() == TypeKind.ARRAY
        && ((ArrayType) type).getComponentType().getKind() == TypeKind.BYTE;
  }

  /** Returns the only type argument, unless the type is raw or the argument a wildcard. */
  static Optional<TypeMirror> argument(TypeMirror type) {
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    if (arguments.size() != 1 || arguments.get(0).getKind() == TypeKind.WILDCARD) {
      return Optional.empty();
    }
    return Optional.of(arguments.get(0));
  }

  /** Returns whether all of a type exists in this round, type arguments and bounds included. */
  static boolean isKnown(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isKnown(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || isKnown(wildcard.getExtendsBound()))
          && (wildcard.getSuperBound() == null || isKnown(wildcard.getSuperBound()));
    }
    if (type.getKind() == TypeKind.DECLARED) {
      DeclaredType declared = (DeclaredType) type;
      return declared.getTypeArguments().stream().allMatch(TypeFacts::isKnown)
          && isKnown(declared.getEnclosingType());
    }
    return type.getKind() != TypeKind.ERROR;
  }
}

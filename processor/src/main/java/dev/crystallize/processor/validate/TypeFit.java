package dev.crystallize.processor.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Whether a value of one type may go where another type is wanted: by assignment conversion (Java
 * Language Specification, 5.2), except that a raw type never fits a parameterised one.
 */
final class TypeFit {

  private final Types types;
  private final Elements elements;

  TypeFit(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** Returns whether a value may go there; everything fits where a type is not known. */
  boolean fits(TypeMirror from, TypeMirror to) {
    if (isUnknown(from) || isUnknown(to)) {
      return true;
    }
    if (!holdsValues(from) || !holdsValues(to)) {
      return false;
    }
    return types.isAssignable(from, to) && !needsUncheckedConversion(from, to);
  }

  /** Returns whether two types are the same; unknown ones are the same as any. */
  boolean isSame(TypeMirror one, TypeMirror other) {
    return isUnknown(one) || isUnknown(other) || types.isSameType(one, other);
  }

  /** Returns whether the type is, or has somewhere in it, one that the compiler does not know. */
  boolean isUnknown(TypeMirror type) {
    return contains(type, TypeKind.ERROR);
  }

  /** Returns whether the type is, or has somewhere in it, a type variable. */
  boolean hasTypeVariable(TypeMirror type) {
    return contains(type, TypeKind.TYPEVAR);
  }

  /** Returns whether the type is a generic one without its arguments. */
  static boolean isRaw(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().isEmpty()
        && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
  }

  /** Returns {@code Map<String, Object>}, the data of a first step that has several inputs. */
  TypeMirror mapOfInputs() {
    return types.getDeclaredType(
        known("java.util.Map"),
        known("java.lang.String").asType(),
        known("java.lang.Object").asType());
  }

  private TypeElement known(String name) {
    return Optional.ofNullable(elements.getTypeElement(name))
        .orElseThrow(() -> new IllegalStateException("no " + name + " on the class path"));
  }

  private static boolean holdsValues(TypeMirror type) {
    return switch (type.getKind()) {
      case VOID, NONE, NULL, PACKAGE, MODULE, EXECUTABLE -> false;
      default -> true;
    };
  }

  private boolean needsUncheckedConversion(TypeMirror from, TypeMirror to) {
    if (from instanceof ArrayType fromArray && to instanceof ArrayType toArray) {
      return needsUncheckedConversion(fromArray.getComponentType(), toArray.getComponentType());
    }
    if (!(to instanceof DeclaredType wanted) || wanted.getTypeArguments().isEmpty()) {
      return false;
    }
    return seenAs(from, wanted, new HashSet<>())
        .map(found -> isRaw(found) || argumentsNeedUncheckedConversion(found, wanted))
        .orElse(false);
  }

  /** A compiler may let {@code List<List>} pass for {@code List<? extends List<String>>}. */
  private boolean argumentsNeedUncheckedConversion(DeclaredType found, DeclaredType wanted) {
    List<? extends TypeMirror> given = found.getTypeArguments();
    for (int i = 0; i < given.size(); i++) {
      if (wanted.getTypeArguments().get(i) instanceof WildcardType wildcard
          && wildcard.getExtendsBound() != null
          && needsUncheckedConversion(given.get(i), wildcard.getExtendsBound())) {
        return true;
      }
    }
    return false;
  }

  /** The supertype of a type that has the wanted one's class or interface. */
  private Optional<DeclaredType> seenAs(TypeMirror type, DeclaredType wanted, Set<String> seen) {
    if (type instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      if (element.equals(wanted.asElement())) {
        return Optional.of(declared);
      }
      if (!seen.add(element.getQualifiedName().toString())) {
        return Optional.empty();
      }
    } else if (type.getKind().isPrimitive() || type.getKind() == TypeKind.ARRAY) {
      return Optional.empty();
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      Optional<DeclaredType> found = seenAs(supertype, wanted, seen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean contains(TypeMirror type, TypeKind kind) {
    if (type.getKind() == kind) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return contains(array.getComponentType(), kind);
    }
    if (type instanceof DeclaredType declared) {
      return contains(declared.getEnclosingType(), kind)
          || declared.getTypeArguments().stream().anyMatch(argument -> contains(argument, kind));
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() != null && contains(wildcard.getExtendsBound(), kind))
          || (wildcard.getSuperBound() != null && contains(wildcard.getSuperBound(), kind));
    }
    return false;
  }
}

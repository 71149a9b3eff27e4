package dev.crystallize.processor.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;

/**
 * Types as text, the same whatever the compiler. Annotations on types are left out.
 *
 * <p>In one message types are printed by simple name, those alone qualified that share theirs with
 * another: {@link #of} is told all types of the message.
 */
public final class TypePrinter {

  private final Set<String> shared;

  private TypePrinter(Set<String> shared) {
    this.shared = shared;
  }

  /** Returns a printer for a message in which all of these types stand. */
  public static TypePrinter of(TypeMirror... types) {
    return of(List.of(types));
  }

  /** Returns a printer for a message in which all of these types stand. */
  public static TypePrinter of(List<? extends TypeMirror> types) {
    Map<String, Set<String>> bySimpleName = new HashMap<>();
    for (TypeMirror type : types) {
      text(
          type,
          element -> {
            bySimpleName
                .computeIfAbsent(element.getSimpleName().toString(), name -> new HashSet<>())
                .add(element.getQualifiedName().toString());
            return "";
          });
    }
    Set<String> shared = new HashSet<>();
    bySimpleName.forEach(
        (simple, qualified) -> {
          if (qualified.size() > 1) {
            shared.add(simple);
          }
        });
    return new TypePrinter(shared);
  }

  /** Returns one type by its simple name. */
  public static String simple(TypeMirror type) {
    return of(type).print(type);
  }

  /** Returns a type with all names qualified. */
  public static String qualified(TypeMirror type) {
    return text(type, element -> element.getQualifiedName().toString());
  }

  /** Returns a type of this printer's message. */
  public String print(TypeMirror type) {
    return text(type, this::name);
  }

  private String name(TypeElement element) {
    String simple = element.getSimpleName().toString();
    return shared.contains(simple) ? element.getQualifiedName().toString() : simple;
  }

  private static String text(TypeMirror type, Function<TypeElement, String> names) {
    if (type instanceof PrimitiveType || type instanceof NoType) {
      return switch (type.getKind()) {
        case BOOLEAN -> "boolean";
        case BYTE -> "byte";
        case SHORT -> "short";
        case INT -> "int";
        case LONG -> "long";
        case CHAR -> "char";
        case FLOAT -> "float";
        case DOUBLE -> "double";
        case VOID -> "void";
        default -> "nothing";
      };
    }
    if (type instanceof ArrayType array) {
      return text(array.getComponentType(), names) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      return declared(declared, names);
    }
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard, names);
    }
    if (type instanceof IntersectionType intersection) {
      return joined(intersection.getBounds(), " & ", names);
    }
    if (type instanceof UnionType union) {
      return joined(union.getAlternatives(), " | ", names);
    }
    return type.toString();
  }

  private static String declared(DeclaredType type, Function<TypeElement, String> names) {
    String name =
        type.asElement() instanceof TypeElement element
            ? names.apply(element)
            : type.asElement().getSimpleName().toString();
    if (type.getTypeArguments().isEmpty()) {
      return name;
    }
    return name + "<" + joined(type.getTypeArguments(), ", ", names) + ">";
  }

  private static String wildcard(WildcardType type, Function<TypeElement, String> names) {
    TypeMirror above = type.getExtendsBound();
    TypeMirror below = type.getSuperBound();
    if (above != null) {
      return "? extends " + text(above, names);
    }
    return below != null ? "? super " + text(below, names) : "?";
  }

  private static String joined(
      List<? extends TypeMirror> types, String between, Function<TypeElement, String> names) {
    List<String> texts = new ArrayList<>();
    for (TypeMirror type : types) {
      texts.add(text(type, names));
    }
    return String.join(between, texts);
  }
}

package dev.crystallize.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.crystallize.processor.model.MethodModel;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** How types of the model are named in generated code. */
final class TypeNames {

  static final ClassName STRING = ClassName.get(String.class);
  static final TypeName ALL_INPUTS =
      ParameterizedTypeName.get(ClassName.get(Map.class), STRING, ClassName.OBJECT);

  private TypeNames() {}

  /** Returns a type as it is written where a type argument is wanted: primitives boxed. */
  static TypeName boxed(TypeMirror type) {
    return TypeName.get(type).box();
  }

  /**
   * Returns a class as it is named before a call, where a constant of the same name would be taken
   * for it.
   */
  static CodeBlock owner(MethodModel method, Set<String> constants) {
    ClassName owner = ClassName.get(method.owner());
    return constants.contains(owner.topLevelClassName().simpleName())
        ? CodeBlock.of("$L", owner.canonicalName())
        : CodeBlock.of("$T", owner);
  }

  /** Returns the literal of a type's class, without type arguments. */
  static CodeBlock literal(TypeMirror type) {
    return CodeBlock.of("$T.class", raw(TypeName.get(type)));
  }

  private static TypeName raw(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(raw(array.componentType()));
    }
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }

  /** Returns a generic type of the runtime with one type of the model as its argument. */
  static TypeName of(ClassName generic, TypeMirror argument) {
    return ParameterizedTypeName.get(generic, boxed(argument));
  }

  /** Returns a generic type with an unbounded wildcard. */
  static TypeName ofAny(ClassName generic) {
    return ParameterizedTypeName.get(generic, WildcardTypeName.subtypeOf(ClassName.OBJECT));
  }

  /** Returns whether it is a number or the like, to which Java applies conversions of its own. */
  static boolean isPrimitiveOrBox(TypeMirror type) {
    TypeName name = TypeName.get(type);
    return name.isPrimitive() || name.isBoxedPrimitive();
  }

  /** Returns whether code of a package may name the type: it, its arguments, what encloses it. */
  static boolean isVisible(TypeMirror type, String packageName) {
    return switch (type.getKind()) {
      case ARRAY -> isVisible(((ArrayType) type).getComponentType(), packageName);
      case DECLARED ->
          isVisible(((DeclaredType) type).asElement(), packageName)
              && ((DeclaredType) type)
                  .getTypeArguments().stream()
                      .allMatch(argument -> isVisible(argument, packageName));
      default -> true;
    };
  }

  /** Returns whether code of a package may name a class or a member: it, and what encloses it. */
  static boolean isVisible(Element element, String packageName) {
    boolean isPrivate = false;
    @Nullable Element around = element;
    while (around != null && !(around instanceof PackageElement)) {
      isPrivate |= around.getModifiers().contains(Modifier.PRIVATE);
      around = around.getEnclosingElement();
    }
    boolean samePackage =
        around instanceof PackageElement home && home.getQualifiedName().contentEquals(packageName);
    return !isPrivate && (samePackage || isPublic(element));
  }

  /** Returns whether everyone may name the type: it, its type arguments and what encloses it. */
  static boolean isPublic(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return isPublic(((ArrayType) type).getComponentType());
    }
    if (type.getKind() == TypeKind.WILDCARD) {
      WildcardType wildcard = (WildcardType) type;
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      return (upper == null || isPublic(upper)) && (lower == null || isPublic(lower));
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return type.getKind().isPrimitive();
    }
    DeclaredType declared = (DeclaredType) type;
    return isPublic(declared.asElement())
        && declared.getTypeArguments().stream().allMatch(TypeNames::isPublic);
  }

  private static boolean isPublic(Element element) {
    Element outer = element.getEnclosingElement();
    if (element instanceof PackageElement || outer == null) {
      return true;
    }
    boolean inInterface = outer.getKind().isInterface();
    return (inInterface || element.getModifiers().contains(Modifier.PUBLIC)) && isPublic(outer);
  }
}

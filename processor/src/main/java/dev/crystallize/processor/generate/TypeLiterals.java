package dev.crystallize.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types as values of generated code. */
final class TypeLiterals {

  private TypeLiterals() {}

  /** Returns a type with all its arguments. */
  static CodeBlock of(TypeMirror type) {
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      List<CodeBlock> arguments = new ArrayList<>();
      arguments.add(TypeNames.literal(type));
      declared.getTypeArguments().forEach(argument -> arguments.add(of(argument)));
      return CodeBlock.of("$T.of($L)", Api.GENERIC_TYPE, CodeBlock.join(arguments, ", "));
    }
    if (type instanceof ArrayType array && isGeneric(array.getComponentType())) {
      return CodeBlock.of("$T.arrayOf($L)", Api.GENERIC_TYPE, of(array.getComponentType()));
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    return TypeNames.literal(type);
  }

  /** Returns a type with all its arguments, of a primitive its box. */
  static CodeBlock boxed(TypeMirror type) {
    TypeName name = TypeName.get(type);
    return name.isPrimitive() ? CodeBlock.of("$T.class", name.box()) : of(type);
  }

  private static CodeBlock wildcard(WildcardType wildcard) {
    TypeMirror above = wildcard.getExtendsBound();
    TypeMirror below = wildcard.getSuperBound();
    if (below != null) {
      return CodeBlock.of("$T.superOf($L)", Api.GENERIC_TYPE, of(below));
    }
    return above == null
        ? CodeBlock.of("$T.extending($T.class)", Api.GENERIC_TYPE, Object.class)
        : CodeBlock.of("$T.extending($L)", Api.GENERIC_TYPE, of(above));
  }

  private static boolean isGeneric(TypeMirror type) {
    return type instanceof ArrayType array
        ? isGeneric(array.getComponentType())
        : type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
  }
}

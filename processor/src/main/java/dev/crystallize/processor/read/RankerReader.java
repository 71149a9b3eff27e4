package dev.crystallize.processor.read;

import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.RankerMethod;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises the allowed shape of rankers. */
final class RankerReader {

  private static final Set<TypeKind> NUMBERS =
      Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.FLOAT, TypeKind.DOUBLE);

  private RankerReader() {}

  static RankerMethod read(MethodModel method) {
    List<? extends VariableElement> parameters = method.element().getParameters();
    boolean wellFormed =
        NUMBERS.contains(method.returnType().getKind())
            && parameters.size() == 1
            && isFindings(parameters.get(0).asType());
    return new RankerMethod(method, wellFormed);
  }

  /** Whether a type is {@code Map<String, Object>}, as which all verifiers' findings are told. */
  static boolean isFindings(TypeMirror type) {
    if (!TypeFacts.is(type, "java.util.Map")) {
      return false;
    }
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    return arguments.size() == 2
        && TypeFacts.is(arguments.get(0), "java.lang.String")
        && TypeFacts.is(arguments.get(1), "java.lang.Object");
  }
}

package dev.crystallize.processor.read;

import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.MethodModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises the allowed shapes of writers and loaders. */
final class FormatMethodReader {

  private static final String STRING = "java.lang.String";
  private static final String PATH = "java.nio.file.Path";

  private FormatMethodReader() {}

  static FormatMethod writer(MethodModel method) {
    Optional<FormatMethod.Shape> shape = writerShape(method);
    return new FormatMethod(
        method, shape, shape.map(found -> method.element().getParameters().get(0).asType()));
  }

  static FormatMethod loader(MethodModel method) {
    Optional<FormatMethod.Shape> shape = loaderShape(method);
    return new FormatMethod(method, shape, shape.map(found -> method.returnType()));
  }

  private static Optional<FormatMethod.Shape> writerShape(MethodModel method) {
    List<? extends VariableElement> parameters = method.element().getParameters();
    TypeMirror returned = method.returnType();
    if (parameters.size() == 1) {
      if (TypeFacts.isBytes(returned)) {
        return Optional.of(FormatMethod.Shape.BYTES);
      }
      return TypeFacts.is(returned, STRING)
          ? Optional.of(FormatMethod.Shape.TEXT)
          : Optional.empty();
    }
    if (parameters.size() != 2 || returned.getKind() != TypeKind.VOID) {
      return Optional.empty();
    }
    return switch (TypeFacts.nameOf(parameters.get(1).asType())) {
      case "java.io.OutputStream" -> Optional.of(FormatMethod.Shape.STREAM);
      case PATH -> Optional.of(FormatMethod.Shape.FILE);
      default -> Optional.empty();
    };
  }

  private static Optional<FormatMethod.Shape> loaderShape(MethodModel method) {
    List<? extends VariableElement> parameters = method.element().getParameters();
    if (parameters.size() != 1 || method.returnType().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    TypeMirror taken = parameters.get(0).asType();
    if (TypeFacts.isBytes(taken)) {
      return Optional.of(FormatMethod.Shape.BYTES);
    }
    return switch (TypeFacts.nameOf(taken)) {
      case STRING -> Optional.of(FormatMethod.Shape.TEXT);
      case "java.io.InputStream" -> Optional.of(FormatMethod.Shape.STREAM);
      case PATH -> Optional.of(FormatMethod.Shape.FILE);
      default -> Optional.empty();
    };
  }
}

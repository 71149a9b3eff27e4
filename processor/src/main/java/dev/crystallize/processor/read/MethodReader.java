package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.YamlName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads what all annotated methods have in common. */
final class MethodReader {

  private MethodReader() {}

  /**
   * Reads a method.
   *
   * @param owner the class that declares it
   * @param annotation the annotation that gives it its role and its name
   */
  static MethodModel read(
      ScopeClass owner, ExecutableElement method, int position, Mirror annotation) {
    String java = method.getSimpleName().toString();
    return new MethodModel(
        method,
        owner.element(),
        owner.name(),
        new YamlName(java, annotation.text("value")),
        placeOf(owner, java, position),
        owner.isRoot(),
        method.getReturnType(),
        List.copyOf(method.getThrownTypes()),
        typesKnown(method));
  }

  /** Returns the place of a method, or of the item that brought its class if it has no source. */
  static ElementPlace placeOf(ScopeClass owner, String java, int position) {
    return owner
        .broughtBy()
        .orElseGet(() -> ElementPlace.ofType(owner.name()).member(java, position));
  }

  private static boolean typesKnown(ExecutableElement method) {
    for (VariableElement parameter : method.getParameters()) {
      if (!TypeFacts.isKnown(parameter.asType())) {
        return false;
      }
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (!TypeFacts.isKnown(thrown)) {
        return false;
      }
    }
    return TypeFacts.isKnown(method.getReturnType());
  }

  /**
   * A class whose methods are in scope.
   *
   * @param name its canonical name
   * @param broughtBy the item of {@code uses} that brought it, if it has no source in this
   *     compilation
   */
  record ScopeClass(
      TypeElement element, String name, boolean isRoot, Optional<ElementPlace> broughtBy) {}
}

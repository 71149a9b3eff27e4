package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestions;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The diagnostic for a name in YAML that no annotated method has. */
final class UnknownName {

  private UnknownName() {}

  /**
   * Returns what to say, with the likely slip: a method of that name which is not annotated. There
   * is nothing to say if an annotation of that method is unknown, for the compiler says so.
   */
  static Optional<Diagnostic> of(
      ExperimentModel experiment, Message message, Annotation kind, Resolution.Unknown<?> name) {
    Optional<Slip> slip = slip(experiment.root(), name.name());
    if (slip.filter(found -> hasUnknownAnnotation(found.method())).isPresent()) {
      return Optional.empty();
    }
    String classes = String.join(", ", experiment.scope().classes());
    Diagnostic diagnostic =
        Diagnostic.of(experiment.folder(), message, name.name(), classes)
            .suggesting(Suggestions.of(name.name(), name.known()));
    if (slip.isPresent()) {
      return Optional.of(diagnostic.withDetail(remedy(experiment.root(), slip.get(), kind)));
    }
    return Optional.of(
        name.known().isEmpty()
            ? diagnostic.withDetail("no method there is marked " + kind)
            : diagnostic);
  }

  /** A method that has the name, and the class that declares it. */
  private record Slip(TypeElement owner, ExecutableElement method) {}

  private static Optional<Slip> slip(TypeElement root, String name) {
    for (Optional<TypeElement> type = Optional.of(root);
        type.isPresent();
        type = superclass(type.get())) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.get().getEnclosedElements())) {
        if (YamlName.of(method.getSimpleName().toString()).answersTo(name)) {
          return Optional.of(new Slip(type.get(), method));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasUnknownAnnotation(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(mirror -> mirror.getAnnotationType().getKind() == TypeKind.ERROR);
  }

  private static String remedy(TypeElement root, Slip slip, Annotation kind) {
    TypeElement owner = slip.owner();
    String display = owner.getSimpleName() + "." + slip.method().getSimpleName();
    if (!kind.isOn(slip.method())) {
      return display + " is not marked " + kind;
    }
    return owner.equals(root)
        ? display + " has another name: " + kind + " gives it one"
        : display + " is inherited: add " + owner.getSimpleName() + " to uses of @Experiment";
  }

  private static Optional<TypeElement> superclass(TypeElement type) {
    TypeMirror above = type.getSuperclass();
    return above instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && !element.getQualifiedName().contentEquals("java.lang.Object")
        ? Optional.of(element)
        : Optional.empty();
  }
}

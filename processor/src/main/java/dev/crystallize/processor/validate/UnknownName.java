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

  /** Returns what to say, with the likely slip: a method of that name which is not annotated. */
  static Diagnostic of(
      ExperimentModel experiment, Message message, Annotation kind, Resolution.Unknown<?> name) {
    String classes = String.join(", ", experiment.scope().classes());
    Diagnostic diagnostic =
        Diagnostic.of(experiment.folder(), message, name.name(), classes)
            .suggesting(Suggestions.of(name.name(), name.known()));
    Optional<String> slip = slip(experiment.root(), kind, name.name());
    if (slip.isPresent()) {
      return diagnostic.withDetail(slip.get());
    }
    return name.known().isEmpty()
        ? diagnostic.withDetail("no method there is marked " + kind)
        : diagnostic;
  }

  private static Optional<String> slip(TypeElement root, Annotation kind, String name) {
    for (Optional<TypeElement> type = Optional.of(root);
        type.isPresent();
        type = superclass(type.get())) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.get().getEnclosedElements())) {
        if (YamlName.of(method.getSimpleName().toString()).answersTo(name)) {
          return Optional.of(remedy(root, type.get(), kind, method));
        }
      }
    }
    return Optional.empty();
  }

  private static String remedy(
      TypeElement root, TypeElement owner, Annotation kind, ExecutableElement method) {
    String display = owner.getSimpleName() + "." + method.getSimpleName();
    if (!kind.isOn(method)) {
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

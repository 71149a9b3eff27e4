package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.report.TypePrinter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Methods that could write or load a type, if only they were marked so. */
final class FormatShape {

  private static final Set<String> WRITTEN_TO =
      Set.of("java.io.OutputStream", "java.nio.file.Path");
  private static final Set<String> RETURNED = Set.of("byte[]", "java.lang.String");
  private static final Set<String> READ_FROM =
      Set.of("byte[]", "java.lang.String", "java.io.InputStream", "java.nio.file.Path");

  private FormatShape() {}

  /** Returns whether a method has the shape of a writer of a type. */
  static boolean writes(ExecutableElement method, TypeMirror type) {
    List<String> parameters = parameters(method);
    boolean takes = !parameters.isEmpty() && parameters.get(0).equals(TypePrinter.qualified(type));
    return takes
        && (parameters.size() == 1
            ? RETURNED.contains(TypePrinter.qualified(method.getReturnType()))
            : parameters.size() == 2
                && WRITTEN_TO.contains(parameters.get(1))
                && method.getReturnType().getKind() == TypeKind.VOID);
  }

  /** Returns whether a method has the shape of a loader of a type. */
  static boolean loads(ExecutableElement method, TypeMirror type) {
    List<String> parameters = parameters(method);
    return parameters.size() == 1
        && READ_FROM.contains(parameters.get(0))
        && TypePrinter.qualified(method.getReturnType()).equals(TypePrinter.qualified(type));
  }

  /** Returns a method of the root class that is meant as a writer of a type, but is not marked. */
  static Optional<ExecutableElement> unmarkedWriter(ExperimentModel experiment, TypeMirror type) {
    return unmarked(experiment, Annotation.WRITER, method -> writes(method, type));
  }

  /** Returns a method of the root class that is meant as a loader of a type, but is not marked. */
  static Optional<ExecutableElement> unmarkedLoader(ExperimentModel experiment, TypeMirror type) {
    return unmarked(experiment, Annotation.LOADER, method -> loads(method, type));
  }

  private static Optional<ExecutableElement> unmarked(
      ExperimentModel experiment, Annotation kind, Predicate<ExecutableElement> shape) {
    Set<ExecutableElement> steps =
        experiment.steps().stream()
            .map(step -> step.method().method().element())
            .collect(Collectors.toSet());
    return ElementFilter.methodsIn(experiment.root().getEnclosedElements()).stream()
        .filter(method -> !kind.isOn(method) && !steps.contains(method) && shape.test(method))
        .findFirst();
  }

  private static List<String> parameters(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> TypePrinter.qualified(parameter.asType()))
        .toList();
  }
}

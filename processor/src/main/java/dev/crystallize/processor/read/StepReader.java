package dev.crystallize.processor.read;

import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.runtime.config.SnakeCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what a step returns and records. */
final class StepReader {

  private static final String STEP_RESULT = "dev.crystallize.runtime.StepResult";
  private static final Set<TypeKind> NUMBERS =
      Set.of(
          TypeKind.BYTE,
          TypeKind.SHORT,
          TypeKind.INT,
          TypeKind.LONG,
          TypeKind.FLOAT,
          TypeKind.DOUBLE);
  private static final Set<String> BOXED_NUMBERS =
      Set.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");

  private StepReader() {}

  static StepMethod read(MethodModel method, Mirror step, List<ParameterModel> parameters) {
    Optional<YamlName> artifact =
        Mirror.of(method.element(), Mirror.ARTIFACT)
            .map(annotation -> new YamlName(method.javaName(), annotation.text("value")));
    Optional<Mirror> metric = Mirror.of(method.element(), Mirror.METRIC);
    Returned returned = returned(method.returnType());
    return new StepMethod(
        method,
        parameters,
        returned,
        artifact,
        metric.isPresent(),
        metric.map(annotation -> metrics(method, returned, annotation)).orElse(List.of()),
        step.text("version").orElse(""));
  }

  private static Returned returned(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return new Returned.PassOn();
    }
    if (!TypeFacts.isKnown(type)) {
      return new Returned.Unknown();
    }
    if (!TypeFacts.is(type, STEP_RESULT)) {
      return new Returned.Value(type);
    }
    return TypeFacts.argument(type)
        .<Returned>map(Returned.Result::new)
        .orElseGet(Returned.Unknown::new);
  }

  /** Returns the type of the data that a step gives on, if it gives any of its own. */
  static Optional<TypeMirror> dataOf(Returned returned) {
    if (returned instanceof Returned.Value value) {
      return Optional.of(value.type());
    }
    return returned instanceof Returned.Result result
        ? Optional.of(result.data())
        : Optional.empty();
  }

  private static List<MetricModel> metrics(
      MethodModel method, Returned returned, Mirror annotation) {
    Optional<TypeMirror> data = dataOf(returned);
    if (data.isEmpty()) {
      return List.of();
    }
    TypeMirror type = data.get();
    if (isNumber(type)) {
      String name = annotation.text("value").orElseGet(() -> SnakeCase.of(method.javaName()));
      return List.of(new MetricModel(name, Optional.empty(), type, method.place()));
    }
    if (type.getKind() != TypeKind.DECLARED
        || !(((DeclaredType) type).asElement() instanceof TypeElement element)
        || element.getKind() != ElementKind.RECORD) {
      return List.of();
    }
    return element.getRecordComponents().stream()
        .filter(component -> isNumber(component.asType()))
        .map(component -> metric(method, component))
        .toList();
  }

  private static MetricModel metric(MethodModel method, RecordComponentElement component) {
    String java = component.getSimpleName().toString();
    return new MetricModel(
        SnakeCase.of(java), Optional.of(java), component.asType(), method.place());
  }

  private static boolean isNumber(TypeMirror type) {
    return NUMBERS.contains(type.getKind()) || BOXED_NUMBERS.contains(TypeFacts.nameOf(type));
  }
}

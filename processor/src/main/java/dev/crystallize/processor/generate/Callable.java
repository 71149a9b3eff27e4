package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.VerifierMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Whether generated code can call a method that no rule has looked at, since the configuration does
 * not name it. One that it cannot call is left out: it is a mistake only once it is used.
 */
final class Callable {

  private final Scope scope;
  private final String packageName;

  Callable(Scope scope, String packageName) {
    this.scope = scope;
    this.packageName = packageName;
  }

  boolean test(StepMethod step) {
    boolean returns =
        !(step.returned() instanceof Returned.Unknown)
            && !(step.returned() instanceof Returned.PassOn && step.artifact().isPresent())
            && !(step.metric() && step.metrics().isEmpty());
    return returns && test(step.method()) && areGiven(step.parameters());
  }

  boolean test(SourceMethod source) {
    return source.method().returnType().getKind() != TypeKind.VOID
        && test(source.method())
        && areGiven(source.parameters())
        && source.parameters().stream()
            .noneMatch(
                parameter ->
                    parameter instanceof ParameterModel.Data
                        || parameter instanceof ParameterModel.Input
                        || parameter instanceof ParameterModel.OutputHandle
                        || parameter instanceof ParameterModel.MetricsParameter);
  }

  boolean test(VerifierMethod verifier) {
    return verifier.wellFormed() && test(verifier.method()) && areGiven(verifier.parameters());
  }

  boolean test(RankerMethod ranker) {
    return ranker.wellFormed() && test(ranker.method());
  }

  boolean test(FormatMethod format) {
    return format.type().isPresent() && test(format.method());
  }

  /** Whether all classes that a codec makes are there and can be named. */
  boolean test(CodecModel codec) {
    return codec.unsupported().isEmpty()
        && isNameable(codec.type())
        && parts(codec).allMatch(this::test);
  }

  private static Stream<CodecModel> parts(CodecModel codec) {
    if (codec instanceof CodecModel.OptionalOf optional) {
      return Stream.of(optional.element());
    }
    if (codec instanceof CodecModel.ArrayOf array) {
      return Stream.of(array.element());
    }
    if (codec instanceof CodecModel.ListOf list) {
      return Stream.of(list.element());
    }
    if (codec instanceof CodecModel.MapOf map) {
      return Stream.of(map.value());
    }
    if (codec instanceof CodecModel.RecordOf record) {
      return record.fields().stream().map(CodecModel.Field::codec);
    }
    return codec instanceof CodecModel.SealedOf sealed ? sealed.cases().stream() : Stream.of();
  }

  private boolean test(MethodModel method) {
    ExecutableElement element = method.element();
    return method.typesKnown()
        && element.getTypeParameters().isEmpty()
        && isVisible(element)
        && isNested(method.owner())
        && (method.isStatic() || hasInstances(method.owner()))
        && element.getParameters().stream().allMatch(each -> isNameable(each.asType()))
        && isNameable(method.returnType())
        && method.thrown().stream().allMatch(Callable::isThrowable);
  }

  private boolean areGiven(List<ParameterModel> parameters) {
    return areGiven(parameters, new HashSet<>());
  }

  private boolean areGiven(List<ParameterModel> parameters, Set<Element> inside) {
    return parameters.stream().allMatch(parameter -> isGiven(parameter, inside));
  }

  private boolean isGiven(ParameterModel parameter, Set<Element> inside) {
    if (parameter instanceof ParameterModel.Unresolved) {
      return false;
    }
    if (parameter instanceof ParameterModel.Param param) {
      return param.declared().nameKnown() && test(param.codec());
    }
    if (parameter instanceof ParameterModel.Input) {
      return parameter.declared().nameKnown();
    }
    if (parameter instanceof ParameterModel.OutputHandle handle) {
      return handle.declared().nameKnown() && handle.written().isPresent();
    }
    return !(parameter instanceof ParameterModel.ResourceParameter taken) || isMade(taken, inside);
  }

  private boolean isMade(ParameterModel.ResourceParameter taken, Set<Element> inside) {
    if (taken.candidates().size() != 1 || !inside.add(taken.candidates().get(0).element())) {
      return false;
    }
    ResourceMethod resource = scope.resource(taken.candidates().get(0));
    TypeKind kind = resource.method().returnType().getKind();
    boolean made =
        !kind.isPrimitive()
            && kind != TypeKind.VOID
            && resource.concurrency().orElse(1) > 0
            && test(resource.method())
            && areGiven(resource.parameters(), inside);
    inside.remove(resource.method().element());
    return made;
  }

  private boolean isNameable(TypeMirror type) {
    return switch (type.getKind()) {
      case TYPEVAR, ERROR, INTERSECTION, UNION -> false;
      case ARRAY -> isNameable(((ArrayType) type).getComponentType());
      case WILDCARD ->
          Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
              .allMatch(bound -> bound == null || isNameable(bound));
      case DECLARED ->
          isVisible(((DeclaredType) type).asElement())
              && ((DeclaredType) type).getTypeArguments().stream().allMatch(this::isNameable);
      default -> true;
    };
  }

  private boolean isVisible(Element element) {
    return TypeNames.isVisible(element, packageName);
  }

  private static boolean isNested(TypeElement type) {
    boolean inner =
        type.getNestingKind().isNested()
            && type.getKind() == ElementKind.CLASS
            && !type.getModifiers().contains(Modifier.STATIC);
    return !inner
        && (!(type.getEnclosingElement() instanceof TypeElement around) || isNested(around));
  }

  private boolean hasInstances(TypeElement type) {
    List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
    return type.getKind().isClass()
        && type.getTypeParameters().isEmpty()
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && (constructors.isEmpty()
            || constructors.stream()
                .anyMatch(
                    each ->
                        each.getParameters().isEmpty()
                            && each.getThrownTypes().isEmpty()
                            && isVisible(each)));
  }

  private static boolean isThrowable(TypeMirror type) {
    TypeMirror above = type;
    while (above instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      String name = element.getQualifiedName().toString();
      if (name.equals("java.lang.Exception") || name.equals("java.lang.Error")) {
        return true;
      }
      above = element.getSuperclass();
    }
    return false;
  }
}

package dev.crystallize.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * What a user's own code makes the compiler warn of in generated code: people compile with all
 * warnings as errors, and cannot edit what is generated.
 */
final class Lints {

  private final Elements elements;

  Lints(Elements elements) {
    this.elements = elements;
  }

  /** Returns the annotation that silences exactly what applies; none if nothing does. */
  List<AnnotationSpec> suppressed(ExperimentModel experiment) {
    Set<String> lints = new TreeSet<>();
    if (!elements.getModuleOf(experiment.root()).isUnnamed()) {
      lints.add("exports");
    }
    for (MethodModel method : methods(experiment)) {
      deprecation(method.element(), lints);
      type(method.returnType(), lints);
      method.element().getParameters().forEach(parameter -> type(parameter.asType(), lints));
    }
    deprecation(experiment.root(), lints);
    if (lints.isEmpty()) {
      return List.of();
    }
    List<CodeBlock> names = lints.stream().map(lint -> CodeBlock.of("$S", lint)).toList();
    return List.of(
        AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", lints.size() == 1 ? "$L" : "{$L}", CodeBlock.join(names, ", "))
            .build());
  }

  private static List<MethodModel> methods(ExperimentModel experiment) {
    List<MethodModel> methods = new ArrayList<>();
    experiment.scope().steps().forEach(step -> methods.add(step.method()));
    experiment.scope().sources().forEach(source -> methods.add(source.method()));
    experiment.scope().writers().forEach(writer -> methods.add(writer.method()));
    experiment.scope().loaders().forEach(loader -> methods.add(loader.method()));
    experiment.scope().verifiers().forEach(verifier -> methods.add(verifier.method()));
    experiment.scope().rankers().forEach(ranker -> methods.add(ranker.method()));
    experiment.scope().resources().forEach(resource -> methods.add(resource.method()));
    return methods;
  }

  private void type(TypeMirror type, Set<String> lints) {
    if (type.getKind() == TypeKind.ARRAY) {
      type(((ArrayType) type).getComponentType(), lints);
    } else if (type.getKind() == TypeKind.DECLARED) {
      DeclaredType declared = (DeclaredType) type;
      TypeElement element = (TypeElement) declared.asElement();
      if (declared.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
        lints.add("rawtypes");
      }
      deprecation(element, lints);
      declared.getTypeArguments().forEach(argument -> type(argument, lints));
      if (element.getKind() == ElementKind.RECORD) {
        element.getRecordComponents().stream()
            .map(component -> component.getAccessor())
            .filter(elements::isDeprecated)
            .forEach(accessor -> deprecation(accessor, lints));
      }
    }
  }

  private void deprecation(Element element, Set<String> lints) {
    for (Element e = element; e != null && !isPackage(e); e = e.getEnclosingElement()) {
      if (elements.isDeprecated(e)) {
        lints.add(isForRemoval(e) ? "removal" : "deprecation");
      }
    }
  }

  private static boolean isPackage(Element element) {
    return element.getKind() == ElementKind.PACKAGE || element.getKind() == ElementKind.MODULE;
  }

  private static boolean isForRemoval(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      for (ExecutableElement member : annotation.getElementValues().keySet()) {
        if (member.getSimpleName().contentEquals("forRemoval")) {
          return Boolean.TRUE.equals(annotation.getElementValues().get(member).getValue());
        }
      }
    }
    return false;
  }
}

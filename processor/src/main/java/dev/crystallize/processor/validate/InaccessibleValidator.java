package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * {@code inaccessible}: a method, class, constructor or type in a signature that generated code
 * cannot use. Each is one mistake, whoever needs it.
 */
final class InaccessibleValidator implements Validator {

  private final Access access;

  InaccessibleValidator(Elements elements) {
    this.access = new Access(elements);
  }

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<Element> reported = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      Checks checks = new Checks(access, experiment, reported, diagnostics);
      UsedMethod.of(experiment).forEach(used -> checks.method(used.method()));
      SignatureTypes.of(experiment).forEach(checks::type);
    }
  }

  /** The checks of one experiment, whose generated code lies in its package. */
  private record Checks(
      Access access, ExperimentModel experiment, Set<Element> reported, Diagnostics diagnostics) {

    void method(MethodModel method) {
      Optional<Access.Obstacle> obstacle =
          access
              .to(method.element(), experiment.packageName())
              .or(() -> Access.inner(method.owner()))
              .or(() -> method.isStatic() ? Optional.empty() : instance(method.owner()));
      obstacle.ifPresent(
          found ->
              report(
                  found,
                  found.element().equals(method.element())
                      ? method.place()
                      : placeOfOwner(method, found.element())));
    }

    void type(SignatureTypes.Use use) {
      access
          .to(use.element(), experiment.packageName())
          .ifPresent(obstacle -> report(obstacle, use.place()));
    }

    /** What keeps a task from making an instance. */
    private Optional<Access.Obstacle> instance(TypeElement type) {
      if (type.getKind() == ElementKind.INTERFACE
          || type.getModifiers().contains(Modifier.ABSTRACT)) {
        return Optional.of(
            new Access.Obstacle(type, "has no instances", "make its annotated methods static"));
      }
      List<ExecutableElement> constructors =
          ElementFilter.constructorsIn(type.getEnclosedElements());
      Optional<ExecutableElement> plain =
          constructors.stream().filter(one -> one.getParameters().isEmpty()).findFirst();
      if (plain.isEmpty() && !constructors.isEmpty()) {
        return Optional.of(
            new Access.Obstacle(
                type,
                "has no constructor without parameters",
                "add one or make its annotated methods static"));
      }
      return plain
          .flatMap(constructor -> access.to(constructor, experiment.packageName()))
          .map(
              obstacle ->
                  obstacle.element().getKind() == ElementKind.CONSTRUCTOR
                      ? new Access.Obstacle(
                          type,
                          "has a constructor that " + obstacle.reason(),
                          obstacle.remedy() + " or make its annotated methods static")
                      : obstacle);
    }

    private static ElementPlace placeOfOwner(MethodModel method, Element owner) {
      boolean hasSource =
          method.place().type().equals(method.ownerName()) && method.place().member().isPresent();
      return hasSource && owner instanceof TypeElement type
          ? ElementPlace.ofType(type.getQualifiedName().toString())
          : method.place();
    }

    private void report(Access.Obstacle obstacle, ElementPlace place) {
      if (reported.add(obstacle.element())) {
        diagnostics.report(
            Diagnostic.of(
                experiment.folder(),
                Message.INACCESSIBLE,
                display(obstacle.element()),
                obstacle.reason(),
                experiment.generatedName(),
                obstacle.element() instanceof ExecutableElement ? "call" : "use",
                obstacle.remedy()),
            place);
      }
    }

    private static String display(Element element) {
      return element instanceof ExecutableElement
              && element.getEnclosingElement() instanceof TypeElement owner
          ? owner.getSimpleName() + "." + element.getSimpleName()
          : element.getSimpleName().toString();
    }
  }
}

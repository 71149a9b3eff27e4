package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.Finding;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/**
 * {@code step-signature}: an annotation that does nothing where it stands, on code that is used.
 * Silent about a method or parameter of which something else was said.
 */
final class MisplacedAnnotationValidator implements Validator {

  private static final Set<Annotation> CONFIGURED =
      Set.of(Annotation.STEP, Annotation.DATA_SOURCE, Annotation.RESOURCE, Annotation.VERIFIER);

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<ElementPlace> told =
        diagnostics.findings().stream()
            .map(Finding::place)
            .map(MisplacedAnnotationValidator::element)
            .collect(Collectors.toSet());
    Set<RootClasses.Role> seen = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      for (UsedMethod used : UsedMethod.of(experiment)) {
        MethodModel method = used.method();
        boolean hasSource = method.place().annotation().isEmpty();
        if (hasSource
            && seen.add(new RootClasses.Role(used.kind(), method.element()))
            && !told.contains(method.place())
            && !OtherRole.isMeant(graph, experiment, method)) {
          check(experiment, used, told, diagnostics);
        }
      }
    }
  }

  private static ElementPlace element(ElementPlace place) {
    return new ElementPlace(place.type(), place.member(), place.parameter(), Optional.empty());
  }

  private static void check(
      ExperimentModel experiment,
      UsedMethod used,
      Set<ElementPlace> told,
      Diagnostics diagnostics) {
    MethodModel method = used.method();
    String owner = used.kind().noun() + " '" + method.name().canonical() + "'";
    onMethod(method.element())
        .ifPresent(slip -> diagnostics.report(diagnostic(experiment, owner, slip), method.place()));
    List<? extends VariableElement> parameters = method.element().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      ElementPlace place = method.place().parameter(i);
      String parameter = "the parameter '" + parameters.get(i).getSimpleName() + "' of " + owner;
      onParameter(used.kind(), parameters.get(i))
          .filter(slip -> !told.contains(place))
          .ifPresent(slip -> diagnostics.report(diagnostic(experiment, parameter, slip), place));
    }
  }

  /** An annotation that does nothing, and why. */
  private record Slip(Annotation annotation, String why) {}

  private static Optional<Slip> onMethod(Element method) {
    if (Annotation.STEP.isOn(method)) {
      return Optional.empty();
    }
    if (Annotation.ARTIFACT.isOn(method)) {
      return Optional.of(
          new Slip(Annotation.ARTIFACT, "only what a step returns is written to an output"));
    }
    return Annotation.METRIC.isOn(method)
        ? Optional.of(new Slip(Annotation.METRIC, "only what a step returns is recorded"))
        : Optional.empty();
  }

  private static Optional<Slip> onParameter(Annotation role, Element parameter) {
    boolean isParam = Annotation.PARAM.isOn(parameter);
    if (Annotation.ARTIFACT.isOn(parameter)) {
      if (role != Annotation.STEP) {
        return Optional.of(
            new Slip(Annotation.ARTIFACT, "only a step reads inputs and writes outputs"));
      }
      return isParam
          ? Optional.of(
              new Slip(Annotation.ARTIFACT, "by @Param the configuration gives its value"))
          : Optional.empty();
    }
    return isParam && !CONFIGURED.contains(role)
        ? Optional.of(
            new Slip(Annotation.PARAM, "the configuration gives a " + role.noun() + " no values"))
        : Optional.empty();
  }

  private static Diagnostic diagnostic(ExperimentModel experiment, String owner, Slip slip) {
    return Diagnostic.of(
            experiment.folder(), Message.MISPLACED_ANNOTATION, owner, slip.annotation().toString())
        .withDetail(slip.why());
  }
}

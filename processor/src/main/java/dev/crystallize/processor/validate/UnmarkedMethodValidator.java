package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/**
 * {@code unused-code}: a method with annotations of a step that is not marked as one. Where it is
 * missed, an error says so, and this is silent.
 */
final class UnmarkedMethodValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    for (List<ExperimentModel> experiments : RootClasses.of(graph)) {
      if (experiments.stream().allMatch(one -> isSound(one, diagnostics))) {
        check(experiments.get(0), diagnostics);
      }
    }
  }

  private static boolean isSound(ExperimentModel experiment, Diagnostics diagnostics) {
    return Known.steps(experiment) && diagnostics.firstError(experiment.folder()).isEmpty();
  }

  private static void check(ExperimentModel experiment, Diagnostics diagnostics) {
    List<? extends Element> members = experiment.root().getEnclosedElements();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) instanceof ExecutableElement method
          && method.getKind() == ElementKind.METHOD
          && !Annotation.STEP.isOn(method)
          && Annotation.OTHER_ROLES.stream().noneMatch(role -> role.isOn(method))) {
        ElementPlace place =
            ElementPlace.ofType(experiment.rootName()).member(method.getSimpleName().toString(), i);
        ofStep(method)
            .ifPresent(
                annotation ->
                    diagnostics.report(
                        Diagnostic.of(
                            experiment.folder(),
                            Message.UNMARKED_METHOD,
                            experiment.root().getSimpleName() + "." + method.getSimpleName(),
                            annotation.toString()),
                        place));
      }
    }
  }

  private static Optional<Annotation> ofStep(ExecutableElement method) {
    Stream<Annotation> onParameters =
        Stream.of(Annotation.PARAM, Annotation.ARTIFACT)
            .filter(annotation -> method.getParameters().stream().anyMatch(annotation::isOn));
    return Stream.concat(
            Stream.of(Annotation.METRIC, Annotation.ARTIFACT)
                .filter(annotation -> annotation.isOn(method)),
            onParameters)
        .findFirst();
  }
}

package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Flow;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** {@code unused-code}: a datasource, writer, loader and so on that nothing uses. */
final class UnusedCodeValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<RootClasses.Role> used = RootClasses.used(graph);
    for (List<ExperimentModel> experiments : RootClasses.of(graph)) {
      Unused unused = new Unused(graph, used, experiments, diagnostics);
      ExperimentModel first = experiments.get(0);
      if (experiments.stream().allMatch(UnusedCodeValidator::sourcesAreKnown)) {
        List<SourceMethod> sources = first.scope().sources();
        unused.report(Annotation.DATA_SOURCE, sources.stream().map(SourceMethod::method).toList());
      }
      if (experiments.stream().allMatch(UnusedCodeValidator::outputsAreKnown)) {
        List<FormatMethod> writers = first.scope().writers();
        List<FormatMethod> loaders = first.scope().loaders();
        unused.report(
            Annotation.WRITER,
            writers.stream()
                .filter(writer -> writer.shape().isPresent())
                .map(FormatMethod::method)
                .toList());
        unused.report(
            Annotation.LOADER,
            loaders.stream()
                .filter(loader -> loader.shape().isPresent())
                .map(FormatMethod::method)
                .toList());
      }
      if (experiments.stream().allMatch(UnusedCodeValidator::verifiersAreKnown)) {
        List<VerifierMethod> verifiers = first.scope().verifiers();
        unused.report(
            Annotation.VERIFIER,
            verifiers.stream()
                .filter(VerifierMethod::wellFormed)
                .map(VerifierMethod::method)
                .toList());
        unused.report(
            Annotation.RANKER,
            first.scope().rankers().stream()
                .filter(RankerMethod::wellFormed)
                .map(RankerMethod::method)
                .toList());
      }
      if (experiments.stream().allMatch(Known::steps)) {
        unused.report(Annotation.RESOURCE, untaken(first.scope()));
      }
    }
  }

  /** A resource that only unused code takes is told by that code. */
  private static List<MethodModel> untaken(Scope scope) {
    Set<ExecutableElement> taken = taken(scope);
    return scope.resources().stream()
        .map(ResourceMethod::method)
        .filter(method -> method.typesKnown() && !method.returnType().getKind().isPrimitive())
        .filter(method -> method.returnType().getKind() != TypeKind.VOID)
        .filter(method -> !taken.contains(method.element()))
        .toList();
  }

  /** Returns the resources that any code takes, whether that is used or not. */
  static Set<ExecutableElement> taken(Scope scope) {
    return Stream.of(
            scope.steps().stream().map(StepMethod::parameters),
            scope.sources().stream().map(SourceMethod::parameters),
            scope.verifiers().stream().map(VerifierMethod::parameters),
            scope.resources().stream().map(ResourceMethod::parameters))
        .flatMap(lists -> lists)
        .flatMap(List::stream)
        .filter(ParameterModel.ResourceParameter.class::isInstance)
        .map(ParameterModel.ResourceParameter.class::cast)
        .flatMap(parameter -> parameter.candidates().stream())
        .map(MethodModel::element)
        .collect(Collectors.toSet());
  }

  /** Where the whole of {@code datasource} is missing, that has been said of whoever reads it. */
  private static boolean sourcesAreKnown(ExperimentModel experiment) {
    boolean isMissed =
        experiment.sources().isEmpty()
            && (!Known.reads(experiment)
                || experiment.steps().stream().anyMatch(UnusedCodeValidator::lacksData));
    return Known.sources(experiment) && !isMissed;
  }

  private static boolean lacksData(StepModel step) {
    return step.incoming() instanceof Flow.Nothing
        && !step.method().parameters(ParameterModel.Data.class).isEmpty();
  }

  private static boolean outputsAreKnown(ExperimentModel experiment) {
    return Known.steps(experiment)
        && Known.outputs(experiment)
        && Known.writes(experiment)
        && experiment.outputs().stream().allMatch(UnusedCodeValidator::isKnown);
  }

  private static boolean isKnown(OutputModel output) {
    return !output.writes().isEmpty() && output.writer().isFound() && output.loader().isFound();
  }

  private static boolean verifiersAreKnown(ExperimentModel experiment) {
    return !experiment.file().isBroken(ConfigPart.HYPOTHESES)
        && experiment.hypotheses().stream().allMatch(UnusedCodeValidator::isKnown);
  }

  private static boolean isKnown(HypothesisModel hypothesis) {
    return hypothesis.verifier().isFound()
        && !(hypothesis.ranker() instanceof Resolution.Ambiguous);
  }

  /** The code of one class that nothing uses. */
  private record Unused(
      Graph graph,
      Set<RootClasses.Role> used,
      List<ExperimentModel> experiments,
      Diagnostics diagnostics) {

    void report(Annotation kind, List<MethodModel> methods) {
      ExperimentModel first = experiments.get(0);
      for (MethodModel method : methods) {
        if (method.inRoot()
            && !used.contains(new RootClasses.Role(kind, method.element()))
            && experiments.stream().noneMatch(one -> OtherRole.isMeant(graph, one, method))) {
          diagnostics.report(
              Diagnostic.of(
                  first.folder(),
                  Message.UNUSED_CODE,
                  first.root().getSimpleName().toString(),
                  kind.noun(),
                  method.name().canonical()),
              method.place());
        }
      }
    }
  }
}

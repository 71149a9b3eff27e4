package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.UsedResources;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code parameter-name}: parameters that YAML must name, in a class file that does not. All of one
 * class are one mistake.
 */
final class ParameterNameValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Map<String, List<Nameless>> byClass = new LinkedHashMap<>();
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromMethod origin) {
        origin
            .method()
            .found()
            .ifPresent(found -> collect(found.method(), found.parameters(), byClass));
      }
    }
    for (StepModel step : experiment.steps()) {
      collect(step.method().method(), step.method().parameters(), byClass);
    }
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      hypothesis
          .verifier()
          .found()
          .ifPresent(found -> collect(found.method(), found.parameters(), byClass));
    }
    for (ResourceMethod resource : UsedResources.of(experiment)) {
      collect(resource.method(), resource.parameters(), byClass);
    }
    byClass
        .values()
        .forEach(
            nameless ->
                diagnostics.report(
                    diagnostic(experiment, nameless),
                    nameless.get(0).parameter().declared().place()));
  }

  private static void collect(
      MethodModel method, List<ParameterModel> parameters, Map<String, List<Nameless>> byClass) {
    for (ParameterModel parameter : parameters) {
      boolean needsName =
          parameter instanceof ParameterModel.Param
              || parameter instanceof ParameterModel.Input
              || parameter instanceof ParameterModel.OutputHandle;
      if (needsName && !parameter.declared().nameKnown()) {
        byClass
            .computeIfAbsent(method.ownerName(), name -> new ArrayList<>())
            .add(new Nameless(method, parameter));
      }
    }
  }

  private static Diagnostic diagnostic(ExperimentModel experiment, List<Nameless> nameless) {
    Nameless first = nameless.get(0);
    boolean isParam = first.parameter() instanceof ParameterModel.Param;
    Diagnostic diagnostic =
        Diagnostic.of(
            experiment.folder(),
            Message.PARAMETER_NAME,
            first.method().owner().getSimpleName().toString(),
            first.method().display(),
            isParam ? "Param" : "Artifact",
            isParam ? "learning_rate" : "summary");
    List<String> methods = nameless.stream().map(one -> one.method().display()).distinct().toList();
    return methods.size() > 1
        ? diagnostic.withDetail("needed by: " + Suggestion.listed(methods))
        : diagnostic;
  }

  /** A parameter without a name. */
  private record Nameless(MethodModel method, ParameterModel parameter) {}
}

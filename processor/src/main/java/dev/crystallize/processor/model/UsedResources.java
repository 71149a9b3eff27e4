package dev.crystallize.processor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/** Finds the resources that the code of an experiment uses. */
public final class UsedResources {

  private final Scope scope;
  private final Set<ExecutableElement> seen = new HashSet<>();
  private final List<ResourceMethod> found = new ArrayList<>();

  private UsedResources(Scope scope) {
    this.scope = scope;
  }

  /**
   * Returns the resources that an experiment uses, directly or through others, each after those
   * that it uses itself. Where several fit a parameter, all of them are here.
   */
  public static List<ResourceMethod> of(ExperimentModel experiment) {
    return of(
        experiment.scope(), experiment.sources(), experiment.pipeline(), experiment.hypotheses());
  }

  /** Returns the resources that the parts of an experiment use. */
  public static List<ResourceMethod> of(
      Scope scope,
      List<SourceModel> sources,
      List<PipelineEntry> pipeline,
      List<HypothesisModel> hypotheses) {
    Stream<List<ParameterModel>> all =
        Stream.of(
                sources.stream().flatMap(UsedResources::method).map(SourceMethod::parameters),
                pipeline.stream()
                    .flatMap(entry -> entry.resolved().stream())
                    .map(step -> step.method().parameters()),
                hypotheses.stream()
                    .flatMap(hypothesis -> hypothesis.verifier().found().stream())
                    .map(VerifierMethod::parameters))
            .flatMap(parameters -> parameters);
    return by(scope, all);
  }

  /** Returns the resources that methods with these parameters use. */
  public static List<ResourceMethod> by(Scope scope, Stream<List<ParameterModel>> parameters) {
    UsedResources used = new UsedResources(scope);
    parameters.forEach(used::add);
    return used.found;
  }

  private static Stream<SourceMethod> method(SourceModel source) {
    return source.origin() instanceof SourceModel.FromMethod from
        ? from.method().found().stream()
        : Stream.empty();
  }

  private void add(List<ParameterModel> parameters) {
    for (ParameterModel parameter : parameters) {
      if (parameter instanceof ParameterModel.ResourceParameter taken) {
        taken.candidates().forEach(candidate -> add(scope.resource(candidate)));
      }
    }
  }

  private void add(ResourceMethod resource) {
    if (seen.add(resource.method().element())) {
      add(resource.parameters());
      found.add(resource);
    }
  }
}

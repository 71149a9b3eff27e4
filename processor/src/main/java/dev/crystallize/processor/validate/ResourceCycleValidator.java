package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * {@code cycle}: resources that need each other in a circle. Each circle is told once, at the
 * parameter by which the first of them needs the next.
 */
final class ResourceCycleValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<ExecutableElement> done = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      Walk walk = new Walk(experiment, experiment.scope(), done, new ArrayList<>(), diagnostics);
      experiment.scope().resources().forEach(walk::visit);
    }
  }

  /**
   * A walk through what resources need.
   *
   * @param done the resources of which everything they need was seen
   * @param path the parameters that lead to where the walk is, with the resources that have them
   */
  private record Walk(
      ExperimentModel experiment,
      Scope scope,
      Set<ExecutableElement> done,
      List<Need> path,
      Diagnostics diagnostics) {

    void visit(ResourceMethod resource) {
      if (done.contains(resource.method().element())) {
        return;
      }
      for (ParameterModel parameter : resource.parameters()) {
        if (parameter instanceof ParameterModel.ResourceParameter taken
            && taken.candidates().size() == 1) {
          path.add(new Need(resource.method(), parameter));
          follow(taken.candidates().get(0));
          path.remove(path.size() - 1);
        }
      }
      done.add(resource.method().element());
    }

    private void follow(MethodModel next) {
      for (int i = 0; i < path.size(); i++) {
        if (path.get(i).resource().element().equals(next.element())) {
          report(path.subList(i, path.size()));
          return;
        }
      }
      visit(scope.resource(next));
    }

    private void report(List<Need> circle) {
      List<String> names = new ArrayList<>();
      circle.forEach(need -> names.add(need.resource().name().canonical()));
      names.add(names.get(0));
      diagnostics.report(
          Diagnostic.of(experiment.folder(), Message.RESOURCE_CYCLE, String.join(" -> ", names)),
          circle.get(0).parameter().declared().place());
    }
  }

  /** A resource and the parameter by which it needs another. */
  private record Need(MethodModel resource, ParameterModel parameter) {}
}

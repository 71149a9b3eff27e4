package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code cycle}: experiments that read each other in a circle. Each circle is told once, with all
 * of its path, at the reference that leads into it from the experiment that comes first by name.
 */
final class CycleValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    PlanGraph plan = new PlanGraph(graph);
    plan.cycles().forEach(cycle -> report(plan, cycle.path(), diagnostics));
  }

  private static void report(PlanGraph plan, List<String> path, Diagnostics diagnostics) {
    for (int i = 0; i < path.size(); i++) {
      Optional<ExperimentModel> first = plan.source(path.get(i));
      GraphNode next = plan.experiment(path.get((i + 1) % path.size()));
      Optional<SourceModel> reference = first.flatMap(experiment -> reference(experiment, next));
      if (first.isPresent() && reference.isPresent()) {
        List<String> turned = new ArrayList<>(path.subList(i, path.size()));
        turned.addAll(path.subList(0, i));
        turned.add(path.get(i));
        diagnostics.report(
            first.get(),
            reference.get().config().target().place(),
            diagnostic(plan, first.get(), turned));
        return;
      }
    }
  }

  private static Optional<SourceModel> reference(ExperimentModel from, GraphNode to) {
    return from.sources().stream()
        .filter(
            source ->
                source.origin() instanceof SourceModel.FromUpstream origin
                    && origin.experiment().found().filter(to.graphClass()::equals).isPresent())
        .findFirst();
  }

  private static Diagnostic diagnostic(PlanGraph plan, ExperimentModel first, List<String> path) {
    if (path.size() == 2) {
      return Diagnostic.of(first.folder(), Message.SELF_CYCLE, first.name());
    }
    List<String> names = path.stream().map(key -> plan.experiment(key).name()).toList();
    Diagnostic diagnostic =
        Diagnostic.of(first.folder(), Message.CYCLE, String.join(" -> ", names));
    for (int i = 1; i < path.size() - 1; i++) {
      GraphNode to = plan.experiment(path.get(i + 1));
      Optional<String> place =
          plan.source(path.get(i))
              .flatMap(experiment -> reference(experiment, to))
              .map(source -> source.config().target().place().toString());
      if (place.isPresent()) {
        diagnostic =
            diagnostic.withDetail(
                "'%s' reads '%s' at %s".formatted(names.get(i), to.name(), place.get()));
      }
    }
    return diagnostic;
  }
}

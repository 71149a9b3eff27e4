package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.DataSourceConfig;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.plan.PlanProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says why a graph cannot be planned, and where that stands if configurations were read. */
final class PlanRefusal {

  private final Map<String, ExperimentNode> nodes;

  private PlanRefusal(Map<String, ExperimentNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * The exception that tells all problems of one kind: mistakes of the configuration first.
   *
   * @param problems at least one
   * @param nodes the experiments by name
   */
  static RuntimeException of(List<PlanProblem> problems, Map<String, ExperimentNode> nodes) {
    PlanRefusal refusal = new PlanRefusal(nodes);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (PlanProblem problem : problems) {
      if (problem instanceof PlanProblem.Cycle cycle) {
        diagnostics.add(refusal.cycle(cycle.path()));
      } else if (problem instanceof PlanProblem.ReplicateMismatch mismatch) {
        diagnostics.add(refusal.mismatch(mismatch));
      }
    }
    if (!diagnostics.isEmpty()) {
      return ConfigurationException.of(diagnostics);
    }
    for (PlanProblem problem : problems) {
      if (problem instanceof PlanProblem.UnknownTreatment unknown) {
        return new UnknownTreatmentException(
            "no treatment '"
                + unknown.name()
                + "'"
                + Suggestions.of(unknown.name(), unknown.known()).text());
      }
    }
    return new IllegalArgumentException("the graph cannot be planned: " + problems);
  }

  /** Stands at the reference that leads into the circle. */
  private Diagnostic cycle(List<String> names) {
    List<String> path = new ArrayList<>(names);
    path.add(names.get(0));
    String next = path.get(1);
    return at(
        Diagnostic.of(names.get(0), Message.CYCLE, String.join(" -> ", path)),
        names.get(0),
        file -> reference(file, source -> reads(names.get(0), source, next)));
  }

  /** Stands where the compiler puts it: at the count, else at the second reference. */
  private Diagnostic mismatch(PlanProblem.ReplicateMismatch mismatch) {
    String alias = mismatch.second().alias();
    return at(
        told(mismatch),
        mismatch.consumer(),
        file ->
            file.config()
                .replicates()
                .map(Located::place)
                .or(() -> reference(file, source -> source.alias().value().equals(alias))));
  }

  private static Diagnostic told(PlanProblem.ReplicateMismatch mismatch) {
    if (mismatch.divergence().isPresent()) {
      PlanProblem.Divergence divergence = mismatch.divergence().get();
      return Diagnostic.of(
          mismatch.consumer(),
          Message.REPLICATES_DIVERGE,
          Integer.toString(divergence.replicate()),
          mismatch.consumer(),
          Integer.toString(divergence.throughFirst()),
          divergence.ancestor(),
          mismatch.first().alias(),
          Integer.toString(divergence.throughSecond()),
          mismatch.second().alias());
    }
    return Diagnostic.of(
            mismatch.consumer(),
            Message.REPLICATE_MISMATCH,
            mismatch.consumer(),
            Integer.toString(mismatch.firstCount()),
            mismatch.first().upstream(),
            Integer.toString(mismatch.secondCount()),
            mismatch.second().upstream())
        .withDetail("give both the same replicates, or one of them 'replicates: 1'");
  }

  private Diagnostic at(
      Diagnostic diagnostic, String experiment, Function<ConfigFile, Optional<Place>> place) {
    Optional<ConfigFile> file =
        Optional.ofNullable(nodes.get(experiment)).flatMap(node -> node.values().file());
    return Diagnostics.at(diagnostic, file.flatMap(place), file.map(ConfigFile::source));
  }

  private static Optional<Place> reference(ConfigFile file, Predicate<DataSourceConfig> wanted) {
    return file.config().datasource().map(Located::value).orElse(List.of()).stream()
        .filter(wanted)
        .map(source -> source.target().place())
        .findFirst();
  }

  /** References may spell an experiment by its folder; what a node reads has its name. */
  private boolean reads(String experiment, DataSourceConfig source, String upstream) {
    ExperimentNode node = nodes.get(experiment);
    return node != null
        && node.feeds().stream()
            .filter(feed -> feed.alias().equals(source.alias().value()))
            .filter(Feed.Upstream.class::isInstance)
            .map(feed -> ((Feed.Upstream) feed).input().upstream().get().name())
            .anyMatch(upstream::equals);
  }
}

package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.plan.ExperimentDag;
import dev.crystallize.runtime.plan.PlanProblem.Divergence;
import dev.crystallize.runtime.plan.PlanProblem.ReplicateMismatch;
import dev.crystallize.runtime.plan.ReplicateChecker;
import dev.crystallize.runtime.plan.ReplicateCounts;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code replicate-mismatch}: inputs of one experiment whose replicates cannot be paired. */
final class ReplicateMismatchValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    PlanGraph plan = new PlanGraph(graph);
    ExperimentDag dag = ExperimentDag.of(plan.certain());
    int[] counts = ReplicateCounts.resolve(dag, OptionalInt.empty());
    for (ReplicateMismatch mismatch : ReplicateChecker.check(dag, counts)) {
      plan.source(mismatch.consumer())
          .ifPresent(
              consumer ->
                  place(consumer, mismatch)
                      .ifPresent(
                          place ->
                              diagnostics.report(
                                  consumer, place, diagnostic(plan, consumer, mismatch))));
    }
  }

  private static Optional<Place> place(ExperimentModel consumer, ReplicateMismatch mismatch) {
    return consumer
        .config()
        .replicates()
        .map(Located::place)
        .or(
            () ->
                consumer
                    .source(mismatch.second().alias())
                    .map((SourceModel source) -> source.config().target().place()));
  }

  private static Diagnostic diagnostic(
      PlanGraph plan, ExperimentModel consumer, ReplicateMismatch mismatch) {
    if (mismatch.divergence().isPresent()) {
      Divergence divergence = mismatch.divergence().get();
      return Diagnostic.of(
          consumer.folder(),
          Message.REPLICATES_DIVERGE,
          String.valueOf(divergence.replicate()),
          consumer.name(),
          String.valueOf(divergence.throughFirst()),
          plan.experiment(divergence.ancestor()).name(),
          mismatch.first().alias(),
          String.valueOf(divergence.throughSecond()),
          mismatch.second().alias());
    }
    return Diagnostic.of(
            consumer.folder(),
            Message.REPLICATE_MISMATCH,
            consumer.name(),
            String.valueOf(mismatch.firstCount()),
            plan.experiment(mismatch.first().upstream()).name(),
            String.valueOf(mismatch.secondCount()),
            plan.experiment(mismatch.second().upstream()).name())
        .withDetail("give both the same replicates, or one of them 'replicates: 1'");
  }
}

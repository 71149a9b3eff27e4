package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.plan.PlanProblem;
import java.util.ArrayList;
import java.util.List;

/** Says why a graph cannot be planned. */
final class PlanRefusal {

  private PlanRefusal() {}

  /**
   * The exception that tells all problems of one kind: mistakes of the configuration first.
   *
   * @param problems at least one
   */
  static RuntimeException of(List<PlanProblem> problems) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (PlanProblem problem : problems) {
      if (problem instanceof PlanProblem.Cycle cycle) {
        diagnostics.add(cycle(cycle));
      } else if (problem instanceof PlanProblem.ReplicateMismatch mismatch) {
        diagnostics.add(mismatch(mismatch));
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

  private static Diagnostic cycle(PlanProblem.Cycle cycle) {
    List<String> path = new ArrayList<>(cycle.path());
    path.add(cycle.path().get(0));
    return Diagnostic.of(cycle.path().get(0), Message.CYCLE, String.join(" -> ", path));
  }

  private static Diagnostic mismatch(PlanProblem.ReplicateMismatch mismatch) {
    Diagnostic diagnostic =
        Diagnostic.of(
            mismatch.consumer(),
            Message.REPLICATE_MISMATCH,
            mismatch.consumer(),
            Integer.toString(mismatch.firstCount()),
            mismatch.first().upstream(),
            Integer.toString(mismatch.secondCount()),
            mismatch.second().upstream());
    return mismatch
        .divergence()
        .map(
            divergence ->
                diagnostic.withDetail(
                    String.format(
                        "replicate %d of '%s' would read replicate %d of '%s' through '%s' and %d"
                            + " through '%s'",
                        divergence.replicate(),
                        mismatch.consumer(),
                        divergence.throughFirst(),
                        divergence.ancestor(),
                        mismatch.first().alias(),
                        divergence.throughSecond(),
                        mismatch.second().alias())))
        .orElse(diagnostic);
  }
}

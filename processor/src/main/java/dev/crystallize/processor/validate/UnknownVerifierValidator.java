package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.Set;

/** {@code unknown-verifier}: a verifier of a hypothesis that is not there. Told once a name. */
final class UnknownVerifierValidator implements ExperimentValidator {

  private static final String LIBRARY =
      "tests such as paired_t_test come with the dependency dev.crystallize:crystallize-stats";

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Set<String> reported = new HashSet<>();
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      Known.unknown(hypothesis.verifier())
          .filter(name -> reported.add(name.name()))
          .flatMap(
              name ->
                  UnknownName.of(experiment, Message.UNKNOWN_VERIFIER, Annotation.VERIFIER, name))
          .ifPresent(
              diagnostic ->
                  diagnostics.report(
                      experiment,
                      hypothesis.config().verifier().place(),
                      graph.libraryVerifiers().isEmpty()
                          ? diagnostic.withDetail(LIBRARY)
                          : diagnostic));
    }
  }
}

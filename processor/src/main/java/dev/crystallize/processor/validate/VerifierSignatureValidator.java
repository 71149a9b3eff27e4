package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.Set;

/** {@code verifier-signature}: a verifier that does not have the allowed shape. Told once. */
final class VerifierSignatureValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<String> reported = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      for (VerifierMethod verifier : experiment.scope().verifiers()) {
        String text = MethodText.withTypes(verifier.method());
        boolean fits = verifier.wellFormed() && verifier.result() != VerifierMethod.Result.OTHER;
        if (!fits
            && verifier.method().typesKnown()
            && !OtherRole.isMeant(graph, experiment, verifier.method())
            && !isOneOfSeveral(experiment, verifier)
            && reported.add(verifier.method().ownerName() + " " + text)) {
          diagnostics.report(
              Diagnostic.of(experiment.folder(), Message.VERIFIER_SIGNATURE, text)
                  .withDetail(
                      "it takes Samples baseline, Samples treatment, then @Param values,"
                          + " resources and a RandomGenerator if it wants them,"
                          + " and returns Map<String, Object> or a record"),
              verifier.method().place());
        }
      }
    }
  }

  /** Then a hypothesis does not know which of them is meant, which has been said. */
  private static boolean isOneOfSeveral(ExperimentModel experiment, VerifierMethod verifier) {
    return experiment.hypotheses().stream()
        .flatMap(hypothesis -> Known.ambiguous(hypothesis.verifier()).stream())
        .anyMatch(ambiguous -> ambiguous.candidates().contains(verifier));
  }
}

package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** {@code verifier-signature}: a ranker that does not have the allowed shape. Told once. */
final class RankerSignatureValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<ExecutableElement> reported = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      for (RankerMethod ranker : experiment.scope().rankers()) {
        if (!ranker.wellFormed()
            && ranker.method().typesKnown()
            && reported.add(ranker.method().element())) {
          diagnostics.report(
              Diagnostic.of(
                      experiment.folder(),
                      Message.RANKER_SIGNATURE,
                      MethodText.withTypes(ranker.method()))
                  .withDetail(
                      "it takes the findings of the verifier as one Map<String, Object>"
                          + " and returns a number, lowest first: double f(Map<String, Object>)"),
              ranker.method().place());
        }
      }
    }
  }
}

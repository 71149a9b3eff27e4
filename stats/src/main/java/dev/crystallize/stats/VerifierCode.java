package dev.crystallize.stats;

import dev.crystallize.runtime.CodeCatalog;
import dev.crystallize.runtime.CodeProvider;
import dev.crystallize.runtime.Samples;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.VerifierBody;
import dev.crystallize.runtime.codec.Codec;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Lists {@link Verifiers} for configurations that name one of them after they were compiled. What
 * the compiler makes of their annotations stands here by hand.
 */
public final class VerifierCode implements CodeProvider {

  /** For the service loader. */
  public VerifierCode() {}

  @Override
  public void list(CodeCatalog code) {
    code.verifier("paired_t_test", verifier -> test(verifier, Verifiers::pairedTTest));
    code.verifier("welch_t_test", verifier -> test(verifier, Verifiers::welchTTest));
    code.verifier(
        "wilcoxon_signed_rank", verifier -> test(verifier, Verifiers::wilcoxonSignedRank));
    code.verifier("mann_whitney", verifier -> test(verifier, Verifiers::mannWhitney));
    code.verifier("permutation_test", VerifierCode::permutationTest);
    code.verifier("bootstrap_ci", VerifierCode::bootstrapCi);
  }

  /** A test without parameters of its own. */
  @FunctionalInterface
  private interface Test {
    Record of(Samples baseline, Samples treatment, double confidence, Alternative alternative);
  }

  private static VerifierBody test(StepSpec verifier, Test test) {
    Slot<Double> confidence = confidence(verifier);
    Slot<Alternative> alternative = alternative(verifier);
    return (context, baseline, treatment) ->
        findings(test.of(baseline, treatment, context.get(confidence), context.get(alternative)));
  }

  private static VerifierBody permutationTest(StepSpec verifier) {
    Slot<Double> confidence = confidence(verifier);
    Slot<Alternative> alternative = alternative(verifier);
    Slot<Boolean> paired = verifier.param("paired", Codec.BOOLEAN, true);
    Slot<Integer> resamples = verifier.param("resamples", Codec.INT, 9999);
    return (context, baseline, treatment) ->
        findings(
            Verifiers.permutationTest(
                baseline,
                treatment,
                context.get(confidence),
                context.get(alternative),
                context.get(paired),
                context.get(resamples),
                context.random()));
  }

  private static VerifierBody bootstrapCi(StepSpec verifier) {
    Slot<Double> confidence = confidence(verifier);
    Slot<BootstrapMethod> method =
        verifier.param("method", Codec.enumeration(BootstrapMethod.class), "bca");
    Slot<Location> statistic =
        verifier.param("statistic", Codec.enumeration(Location.class), "mean");
    Slot<Boolean> paired = verifier.param("paired", Codec.BOOLEAN, true);
    Slot<Integer> resamples = verifier.param("resamples", Codec.INT, 9999);
    return (context, baseline, treatment) ->
        findings(
            Verifiers.bootstrapCi(
                baseline,
                treatment,
                context.get(confidence),
                context.get(method),
                context.get(statistic),
                context.get(paired),
                context.get(resamples),
                context.random()));
  }

  private static Slot<Double> confidence(StepSpec verifier) {
    return verifier.param("confidence", Codec.DOUBLE, 0.95);
  }

  private static Slot<Alternative> alternative(StepSpec verifier) {
    return verifier.param("alternative", Codec.enumeration(Alternative.class), "two_sided");
  }

  /** The components by their names in snake_case, as generated code has them. */
  private static Map<String, Object> findings(Record result) throws ReflectiveOperationException {
    Map<String, Object> findings = new LinkedHashMap<>();
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      String key = component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
      findings.put(key.toLowerCase(Locale.ROOT), component.getAccessor().invoke(result));
    }
    return findings;
  }
}

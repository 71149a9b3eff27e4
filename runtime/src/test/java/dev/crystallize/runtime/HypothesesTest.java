package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HypothesesTest {

  @TempDir private Path data;

  @Test
  void treatmentsAreRankedByTheirPValueAndNotANumberComesLast() {
    ExperimentNode.Builder node =
        treated()
            .hypothesis(
                "h",
                "verify",
                List.of(List.of("value")),
                spec -> (context, baseline, treatment) -> Map.of("p_value", p(treatment)));

    HypothesisResult result = run(node).get("study").hypotheses().get(0);

    assertThat(result.ranking(List.of("value"))).containsExactly("small", "large", "undefined");
  }

  @Test
  void aVerifierThatThrowsLosesNoOtherRowAndMakesTheRunFail() {
    ExperimentNode.Builder node =
        treated()
            .hypothesis(
                "h",
                "verify",
                List.of(List.of("value")),
                spec ->
                    (context, baseline, treatment) -> {
                      if (treatment.condition().equals("large")) {
                        throw new IllegalStateException("no");
                      }
                      return Map.of("p_value", p(treatment));
                    });

    GraphResult results = run(node);

    assertThat(results.successful()).isFalse();
    assertThat(results.get("study").hypotheses().get(0).rows())
        .extracting(row -> row.error().isPresent())
        .containsExactly(false, false, true);
    assertThat(results.problems()).contains("verifier 'verify' for large");
  }

  @Test
  void samplesArePairedOnTheReplicatesThatBothConditionsHave() {
    List<Samples> seen = new ArrayList<>();
    ExperimentNode.Builder node =
        ExperimentNode.builder("study")
            .replicates(4)
            .treatment("shifted", Map.of("shift", 10))
            .baseline(Map.of("shift", 0))
            .metric(
                "value",
                context -> {
                  if (context.replicate() == (context.condition().equals("shifted") ? 1 : 2)) {
                    throw new IllegalStateException("lost");
                  }
                  return context.replicate() + context.doubleValue("shift");
                })
            .hypothesis(
                "h",
                "verify",
                List.of(),
                spec ->
                    (context, baseline, treatment) -> {
                      seen.add(baseline);
                      seen.add(treatment);
                      return Map.of();
                    });

    run(node);

    assertThat(seen.get(0).replicates()).containsExactly(0, 3);
    assertThat(seen.get(0).values()).containsExactly(0.0, 3.0);
    assertThat(seen.get(1).values()).containsExactly(10.0, 13.0);
  }

  @Test
  void replicatesThatReadOneUpstreamReplicateCountOnce() {
    SummaryChain chain = new SummaryChain(2);
    ExperimentNode.Builder consumer = chain.consumer().replicates(6);
    List<Integer> counts = new ArrayList<>();
    consumer.hypothesis(
        "h",
        "verify",
        List.of(),
        spec ->
            (context, baseline, treatment) -> {
              counts.add(baseline.values().length);
              return Map.of();
            });

    MetricSummary total = run(consumer).get("consumer").metric("total").in("baseline");

    assertThat(total.n()).isEqualTo(6);
    assertThat(total.independent()).isEqualTo(2);
    assertThat(counts).containsExactly(2);
    assertThat(total.toString()).isEqualTo("6.000 +/- 0.000  (6, 2 independent)");
  }

  @Test
  void theIntervalIsStudents() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("study")
            .replicates(3)
            .metric("value", context -> context.replicate());

    MetricSummary value = run(node).get("study").metric("value").in("baseline");

    assertThat(value.mean()).isEqualTo(1.0);
    assertThat(value.sd()).isEqualTo(1.0);
    // t(0.975; 2) = 4.302652729911, divided by the root of 3.
    assertThat(value.ci().high() - value.mean()).isCloseTo(2.484137712, within(1e-8));
  }

  private static double p(Samples treatment) {
    return treatment.values()[0];
  }

  private static ExperimentNode.Builder treated() {
    return ExperimentNode.builder("study")
        .baseline(Map.of("p", 0.5))
        .treatment("undefined", Map.of("p", Double.NaN))
        .treatment("large", Map.of("p", 0.9))
        .treatment("small", Map.of("p", 0.1))
        .metric("value", context -> context.doubleValue("p"));
  }

  private GraphResult run(ExperimentNode.Builder node) {
    return ExperimentGraph.of(node.build())
        .run(SummaryChain.into(data).onFailure(OnFailure.RETURN).build());
  }
}

package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
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
  void theMostConvincingTestIsTheBest() {
    HypothesisResult result = tested(treated(), HypothesesTest::p);

    assertThat(result.best()).map(HypothesisResult.Row::treatment).hasValue("small");
  }

  @Test
  void whereNoTestHasAPValueNoneIsTheBest() {
    assertThat(tested(treated(), treatment -> Double.NaN).best()).isEmpty();
  }

  @Test
  void pValuesAreCorrectedByHolmForAllTestsOfAHypothesisIncludingThoseWithoutOne() {
    HypothesisResult result = tested(treated(), HypothesesTest::p);

    assertThat(result.rows())
        .extracting(HypothesisResult.Row::pAdjusted)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
        .containsExactly(3 * 0.1, 1.0, Double.NaN);
  }

  @Test
  void aPValueThatIsNoProbabilityIsAnErrorOfTheVerifier() {
    HypothesisResult result = tested(treated(), treatment -> 1.5);

    assertThat(result.rows().get(0).error().orElseThrow()).contains("1.5");
  }

  @Test
  void aPValueThatIsNoNumberIsAnErrorOfTheVerifier() {
    ExperimentNode.Builder node =
        treated()
            .hypothesis(
                "h",
                "verify",
                List.of(),
                spec -> (context, baseline, treatment) -> Map.of("p_value", "0.1"));

    HypothesisResult result = run(node).get("study").hypotheses().get(0);

    assertThat(result.rows().get(0).error())
        .hasValue("java.lang.IllegalArgumentException: p_value must be a number, not 0.1");
  }

  @Test
  void eachSideShowsAllItsOwnReplicates() {
    List<Samples> seen = new ArrayList<>();

    run(withLosses(seen));

    assertThat(seen.get(0).replicates()).containsExactly(0, 1, 3);
    assertThat(seen.get(0).values()).containsExactly(0.0, 1.0, 3.0);
    assertThat(seen.get(0).lost()).isEqualTo(1);
    assertThat(seen.get(1).replicates()).containsExactly(0, 2, 3);
    assertThat(seen.get(1).values()).containsExactly(10.0, 12.0, 13.0);
  }

  @Test
  void pairsAreTheReplicatesThatBothConditionsHave() {
    List<Samples> seen = new ArrayList<>();

    run(withLosses(seen));
    Pairs pairs = seen.get(0).pairs(seen.get(1));

    assertThat(pairs.replicates()).containsExactly(0, 3);
    assertThat(pairs.baseline()).containsExactly(0.0, 3.0);
    assertThat(pairs.treatment()).containsExactly(10.0, 13.0);
    assertThat(pairs.lost()).isEqualTo(2);
  }

  @Test
  void aPairOfClustersComparesTheReplicatesThatBothSidesHave() {
    SummaryChain chain = new SummaryChain(2);
    List<Pairs> seen = new ArrayList<>();
    ExperimentNode.Builder consumer = chain.consumer().replicates(6);
    consumer.metric(
        "value",
        context -> {
          boolean baseline = context.condition().equals("baseline");
          if (context.replicate() == (baseline ? 0 : 2)) {
            throw new IllegalStateException("lost");
          }
          return (baseline ? 0 : 100) + context.replicate();
        });
    consumer.hypothesis(
        "h",
        "verify",
        List.of(List.of("value")),
        spec ->
            (context, baseline, treatment) -> {
              seen.add(baseline.pairs(treatment));
              return Map.of();
            });

    run(consumer);

    // Replicates 0, 2, 4 are one cluster, and only 4 has both; 1, 3, 5 are the other.
    assertThat(seen.get(0).replicates()).containsExactly(0, 1);
    assertThat(seen.get(0).differences()).containsExactly(100.0, 100.0);
    assertThat(seen.get(0).baseline()).containsExactly(4.0, 3.0);
  }

  @Test
  void whatIsComputedOnceForAllReplicatesIsNamed() {
    ExperimentNode.Builder consumer = new SummaryChain(1).consumer().replicates(3);
    consumer.hypothesis(
        "h", "verify", List.of(), spec -> (context, baseline, treatment) -> Map.of());

    HypothesisResult result = run(consumer).get("consumer").hypotheses().get(0);

    assertThat(result.fixedInputs()).containsExactly("producer");
  }

  @Test
  void hypothesesAreWrittenIntoTheVersionBeforeItEnds() throws IOException {
    ExperimentNode.Builder node =
        treated()
            .hypothesis(
                "h",
                "verify",
                List.of(List.of("value")),
                Correction.NONE,
                spec -> (context, baseline, treatment) -> Map.of("p_value", p(treatment)));

    GraphResult results = run(node);

    Path version = results.get("study").versionFolder().orElseThrow();
    assertThat(Files.readString(version.resolve("hypotheses.json")))
        .startsWith(
            "{\"hypotheses\":[{\"name\":\"h\",\"verifier\":\"verify\",\"correction\":\"none\","
                + "\"tests\":3,\"fixed_inputs\":[],\"rows\":[{\"treatment\":\"small\","
                + "\"metrics\":[\"value\"],\"p_value\":0.1,\"p_adjusted\":0.1,")
        .contains("\"findings\":{\"p_value\":\"NaN\"}");
    assertThat(Files.readString(version.resolve("_journal.jsonl"))).contains("\"full\":true");
  }

  @Test
  void eachHypothesisIsTestedOnce() {
    AtomicInteger calls = new AtomicInteger();

    tested(treated(), treatment -> calls.incrementAndGet() / 10.0);

    assertThat(calls).hasValue(3);
  }

  @Test
  void anExperimentWithoutHypothesesHasNoFileOfThem() {
    GraphResult results = run(treated());

    assertThat(results.get("study").versionFolder().orElseThrow().resolve("hypotheses.json"))
        .doesNotExist();
  }

  private HypothesisResult tested(ExperimentNode.Builder node, ToDoubleFunction<Samples> p) {
    node.hypothesis(
        "h",
        "verify",
        List.of(List.of("value")),
        spec -> (context, baseline, treatment) -> Map.of("p_value", p.applyAsDouble(treatment)));
    return run(node).get("study").hypotheses().get(0);
  }

  private static ExperimentNode.Builder withLosses(List<Samples> seen) {
    return ExperimentNode.builder("study")
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

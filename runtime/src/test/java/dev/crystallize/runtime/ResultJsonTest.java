package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultJsonTest {

  @TempDir private Path data;

  @Test
  void theResultsOfARunComeBackFromTheirJson() {
    GraphResult results = run(study());

    GraphResult read = GraphResult.fromJson(results.toJson());

    assertThat(read.toJson()).isEqualTo(results.toJson());
    assertThat(read).hasToString(results.toString());
    assertThat(read.get("study").provenance()).isEqualTo(results.get("study").provenance());
    assertThat(read.get("study").hypotheses()).isEqualTo(results.get("study").hypotheses());
    assertThat(read.successful()).isFalse();
  }

  @Test
  void aResultComesBackOnItsOwn() {
    Result result = run(study()).get("study");

    Result read = Result.fromJson(result.toJson());

    assertThat(read).hasToString(result.toString());
    assertThat(read.toJson()).isEqualTo(result.toJson());
    assertThat(read.toCsv()).isEqualTo(result.toCsv());
    assertThat(read.series("curve", "baseline", 0))
        .isEqualTo(result.series("curve", "baseline", 0));
  }

  @Test
  void aReplicateThatFailedStaysMissing() {
    Result read = Result.fromJson(run(study()).get("study").toJson());

    assertThat(read.complete("baseline")).isFalse();
    assertThat(read.complete("shifted")).isTrue();
    assertThat(read.metric("value").in("baseline").byReplicate()).containsOnlyKeys(0, 2, 3);
    assertThat(read.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.task()).isEqualTo(new TaskId("study", "baseline", 1));
              assertThat(failure.message())
                  .isEqualTo("java.lang.IllegalStateException: lost \u00e9");
              assertThat(failure.stack()).contains("IllegalStateException");
              assertThat(failure.cause()).isEmpty();
            });
  }

  @Test
  void halvesOfSurrogatePairsInMessagesBecomeQuestionMarks() {
    Result read = Result.fromJson(run(study("\ud800")).get("study").toJson());

    assertThat(read.failures().get(0).message()).endsWith("lost ?");
    assertThat(read.hypotheses().get(0).rows().get(1).error())
        .hasValueSatisfying(error -> assertThat(error).endsWith("no ?"));
  }

  @Test
  void artifactsAreLoadedFromWhereTheyWere() {
    SummaryChain chain = new SummaryChain(2);
    GraphResult read = GraphResult.fromJson(run(chain.consumer()).toJson());

    Result producer = read.get("producer");

    assertThat(producer.load(chain.summary(), "high_lr", 1).total()).isEqualTo(60);
    assertThat(producer.artifact("summary", "baseline", 0)).exists();
  }

  @Test
  void aChangedArtifactIsNotLoaded() throws Exception {
    SummaryChain chain = new SummaryChain(2);
    Result producer = GraphResult.fromJson(run(chain.consumer()).toJson()).get("producer");
    Path file = producer.artifact("summary", "high_lr", 1);
    Files.delete(file);
    Files.writeString(file, "{}");

    assertThatThrownBy(() -> producer.load(chain.summary(), "high_lr", 1))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("artifact-corrupted");
  }

  @Test
  void replicatesThatAreNotIndependentAreKnownAgain() {
    ExperimentNode.Builder consumer = new SummaryChain(2).consumer().replicates(6);

    MetricSummary read =
        GraphResult.fromJson(run(consumer).toJson()).get("consumer").metric("total").in("high_lr");

    assertThat(read.n()).isEqualTo(6);
    assertThat(read.independent()).isEqualTo(2);
  }

  @Test
  void aTreatmentThatAnExperimentDoesNotRunIsItsBaseline() {
    ExperimentNode side = ExperimentNode.builder("side").metric("m", context -> 7.0).build();
    GraphResult results =
        ExperimentGraph.of(new SummaryChain(1).consumer().build(), side)
            .run(SummaryChain.into(data).build());

    GraphResult read = GraphResult.fromJson(results.toJson());

    assertThat(read.get("side").metric("m").in("high_lr").mean()).isEqualTo(7);
  }

  @Test
  void whatIsNotOfThisFormIsRefusedWithThePlace() {
    String json = run(new SummaryChain(2).consumer()).toJson();

    refused("", "expected JSON, not a text that ends too early");
    refused("[]", "expected a map with successful, interrupted, data, ");
    refused(json + " {}", "expected one value, not more behind it");
    refused(json.replace("\"interrupted\":", "\"stopped\":"), "one with 'stopped'");
    refused(json.replace("\"tasks\":8", "\"tasks\":1e3"), ".counts.tasks: expected a whole number");
    refused(
        json.replace("\"values\":[6.0,6.0]", "\"values\":[6.0,true]"),
        "results.experiments.consumer.conditions.baseline.metrics.total.values[1]:"
            + " expected a number, not true");
    refused(
        json.replace("\"values\":[6.0,6.0]", "\"values\":[6.0]"),
        "values that 'condition' accepts, not these: 'total' needs a value or null for each of 2"
            + " replicates, not 1");
    refused(
        json.replace("\"replicates\":2", "\"replicates\":2000000000"),
        "'total' needs a value or null for each of 2000000000 replicates, not 2");
    refused(
        json.replaceFirst("\"missing\":\\[]", "\"missing\":[5]"),
        "replicate 5 cannot be missing where there are only 2");
    refused(
        json.replaceFirst("\"clusters\":\\[]", "\"clusters\":[1,1]"),
        "[1, 1] does not say how 2 replicates form");
    refused("[".repeat(100_000), "expected a map");
  }

  private static void refused(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GraphResult.fromJson(json))
        .withMessageContaining(message);
  }

  /** An experiment with all that a result can hold. */
  private static ExperimentNode.Builder study() {
    return study("\u00e9");
  }

  private static ExperimentNode.Builder study(String thrown) {
    return ExperimentNode.builder("study")
        .replicates(4)
        .baseline(Map.of("shift", 0))
        .treatment("shifted", Map.of("shift", 1))
        .metric(
            "value",
            context -> {
              if (context.replicate() == 1 && context.condition().equals("baseline")) {
                throw new IllegalStateException("lost " + thrown);
              }
              return context.replicate() + context.doubleValue("shift");
            })
        .metric("nan", context -> Double.NaN)
        .metric(
            "high",
            context -> {
              context.metrics().series("curve", 3, Double.NEGATIVE_INFINITY);
              return Double.POSITIVE_INFINITY;
            })
        .hypothesis(
            "h",
            "verify",
            List.of(List.of("value"), List.of("high")),
            spec ->
                (context, baseline, treatment) -> {
                  if (treatment.metrics().contains("high")) {
                    throw new IllegalStateException("no " + thrown);
                  }
                  return Map.of("p_value", 0.25, "statistic", Double.POSITIVE_INFINITY, "pairs", 3);
                });
  }

  private GraphResult run(ExperimentNode.Builder node) {
    return ExperimentGraph.of(node.build())
        .run(SummaryChain.into(data).onFailure(OnFailure.RETURN).build());
  }
}

package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.HypothesisResult.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankerTest {

  @TempDir private Path data;

  @Test
  void itsNumberRanksTheTreatmentsInsteadOfThePValue() {
    HypothesisResult result = ranked(findings -> -size(findings)).get("study").hypotheses().get(0);

    assertThat(result.ranking(List.of("value"))).containsExactly("large", "middle", "small");
    assertThat(result.best()).map(Row::treatment).hasValue("large");
    assertThat(result.rows().get(0).findings())
        .isEqualTo(Map.of("p_value", 0.9, "size", 3.0, "rank_score", -3.0));
  }

  @Test
  void itsNumberIsKeptAndShown() {
    GraphResult results = ranked(findings -> -size(findings));

    assertThat(results.toString()).contains("rank_score");
    assertThat(results.toJson()).contains("\"rank_score\":");
  }

  @Test
  void whereItThrowsTheRowComesLastAndKeepsItsFindings() {
    GraphResult results =
        ranked(
            findings -> {
              if (size(findings) == 3.0) {
                throw new IllegalStateException("too large");
              }
              return size(findings);
            });

    HypothesisResult result = results.get("study").hypotheses().get(0);
    assertThat(result.ranking(List.of("value"))).containsExactly("small", "middle", "large");
    assertThat(result.rows().get(2).pValue()).isEqualTo(0.9);
    assertThat(result.rows().get(2).error())
        .hasValue("ranker 'by_size': java.lang.IllegalStateException: too large");
    assertThat(results.successful()).isFalse();
  }

  @Test
  void notANumberComesLast() {
    HypothesisResult result =
        ranked(findings -> size(findings) == 1.0 ? Double.NaN : size(findings))
            .get("study")
            .hypotheses()
            .get(0);

    assertThat(result.ranking(List.of("value"))).containsExactly("middle", "large", "small");
  }

  private static double size(Map<String, Object> findings) {
    return ((Number) findings.get("size")).doubleValue();
  }

  private GraphResult ranked(RankerBody ranker) {
    ExperimentNode node =
        ExperimentNode.builder("study")
            .baseline(Map.of("value", 0))
            .treatment("middle", Map.of("value", 2))
            .treatment("large", Map.of("value", 3))
            .treatment("small", Map.of("value", 1))
            .metric("value", context -> context.doubleValue("value"))
            .hypothesis(
                "bigger",
                "compare",
                List.of(List.of("value")),
                spec -> {
                  spec.ranker("by_size", ranker);
                  return (context, baseline, treatment) -> {
                    double size = treatment.values()[0];
                    return Map.of("size", size, "p_value", size == 3 ? 0.9 : 0.1 * size);
                  };
                })
            .build();
    RunOptions options = SummaryChain.into(data).onFailure(OnFailure.RETURN).build();
    return ExperimentGraph.of(node).run(options);
  }
}

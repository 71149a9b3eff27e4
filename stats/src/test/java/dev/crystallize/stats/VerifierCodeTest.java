package dev.crystallize.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.HypothesisResult;
import dev.crystallize.runtime.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifiers that a configuration names although its code was compiled without them. */
class VerifierCodeTest {

  private static final List<String> NAMES =
      List.of(
          "paired_t_test",
          "welch_t_test",
          "wilcoxon_signed_rank",
          "mann_whitney",
          "permutation_test",
          "bootstrap_ci");

  @TempDir private Path temp;

  @Test
  void everyVerifierCanBeNamedAndFindsWhatItsResultHolds() throws IOException {
    List<HypothesisResult> hypotheses = run(NAMES);

    assertThat(hypotheses).extracting(HypothesisResult::verifier).containsExactlyElementsOf(NAMES);
    assertThat(hypotheses)
        .allSatisfy(
            hypothesis ->
                assertThat(hypothesis.rows().get(0).findings())
                    .containsKeys("p_value", "difference", "ci_low"));
    assertThat(hypotheses.get(0).rows().get(0).findings()).containsEntry("pairs", 4L);
    assertThat(NAMES)
        .hasSameSizeAs(
            Arrays.stream(Verifiers.class.getDeclaredMethods())
                .filter(method -> method.getReturnType().isRecord())
                .toList());
  }

  @Test
  void itsParametersAreThoseOfTheMethod() throws IOException {
    HypothesisResult found =
        run(List.of("permutation_test, params: { paired: false, resamples: 99 }")).get(0);

    assertThat(found.rows().get(0).findings()).containsEntry("resamples", 99L);
  }

  private List<HypothesisResult> run(List<String> verifiers) throws IOException {
    StringBuilder yaml = new StringBuilder("replicates: 4\ntreatments: { more: { by: 1 } }\n");
    yaml.append("hypotheses:\n");
    verifiers.forEach(
        name -> yaml.append("  - { metrics: m, verifier: ").append(name).append(" }\n"));
    Path folder = Files.createDirectories(temp.resolve("experiments/measured"));
    Files.writeString(folder.resolve("config.yaml"), yaml);
    ExperimentNode node =
        ExperimentNode.builder("measured")
            .metric(
                "m",
                context ->
                    context.random().nextDouble()
                        + context.replicate() * (context.has("by") ? 2 : 1))
            .build();
    return ExperimentGraph.fromYaml(folder, node)
        .run(RunOptions.builder().dataDirectory(temp.resolve("data")).build())
        .get("measured")
        .hypotheses();
  }
}

package dev.crystallize.stats;

import static dev.crystallize.stats.AllVerifiers.random;
import static dev.crystallize.stats.Alternative.TWO_SIDED;
import static dev.crystallize.stats.FixedSamples.baseline;
import static dev.crystallize.stats.FixedSamples.treatment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.Samples;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiersTest {

  @Test
  void pairsAreTheReplicatesThatBothSidesHave() {
    PairedTTest result =
        Verifiers.pairedTTest(
            baseline(1, 2, 3, 4).ofReplicates(0, 2, 3, 7).andLost(4),
            treatment(10, 20, 30).ofReplicates(2, 3, 5).andLost(5),
            0.95,
            TWO_SIDED);

    assertThat(result.pairs()).isEqualTo(2);
    assertThat(result.difference()).isEqualTo(((10 - 2) + (20 - 3)) / 2.0);
    assertThat(result.lostPairs()).isEqualTo(6);
  }

  @Test
  void withoutACommonReplicateThereIsNoPair() {
    WilcoxonSignedRank result =
        Verifiers.wilcoxonSignedRank(
            baseline(1, 2).ofReplicates(0, 1).andLost(1),
            treatment(3).ofReplicates(2).andLost(2),
            0.95,
            TWO_SIDED);

    assertThat(result.pairs()).isZero();
    assertThat(result.lostPairs()).isEqualTo(3);
    assertThat(result.pValue()).isNaN();
  }

  @Test
  void independentSamplesNeedNoCommonReplicates() {
    WelchTTest result =
        Verifiers.welchTTest(
            baseline(1, 2, 3).ofReplicates(0, 1, 2),
            treatment(2, 5).ofReplicates(7, 9),
            0.95,
            TWO_SIDED);

    assertThat(result.nBaseline()).isEqualTo(3);
    assertThat(result.nTreatment()).isEqualTo(2);
    assertThat(result.difference()).isEqualTo(1.5);
  }

  @Test
  void severalMetricsAtOnceAreRefusedWithTheConfigurationThatTestsEach() {
    FixedSamples samples = baseline(1, 2).ofMetrics("accuracy", "f1");

    assertThatThrownBy(() -> Verifiers.welchTTest(samples, samples, 0.95, TWO_SIDED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "this verifier tests one metric at a time, but its group is [accuracy, f1]; "
                + "for a test of each, write a group for each: metrics: [[accuracy], [f1]]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 95, -0.1, Double.NaN})
  void aConfidenceOutOfRangeIsRefusedWithWhatWouldBeRight(double confidence) {
    assertThatThrownBy(
            () -> Verifiers.mannWhitney(baseline(1), treatment(2), confidence, TWO_SIDED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence must lie between 0 and 1 (0.95 for 95 %%), but is %s", confidence);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_000_001})
  void aNumberOfResamplesOutOfRangeIsRefused(int resamples) {
    assertThatThrownBy(
            () ->
                Verifiers.permutationTest(
                    baseline(1), treatment(2), 0.95, TWO_SIDED, true, resamples, random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("resamples must lie between 1 and 10000000, but is " + resamples);
  }

  @Test
  void everyVerifierHasAResultOfItsOwnAndTakesBothSidesFirst() {
    assertThat(verifiers())
        .hasSize(6)
        .allSatisfy(
            method -> {
              assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
              assertThat(method.getReturnType()).matches(Class::isRecord);
              assertThat(List.of(method.getParameterTypes()).subList(0, 2))
                  .containsOnly(Samples.class);
            });
  }

  @ParameterizedTest
  @MethodSource("verifiers")
  void theDocumentationExplainsEveryKeyOfEveryResult(Method verifier) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "statistics.md"));

    assertThat(page).contains("`" + Keys.snakeCase(verifier.getName()) + "`");
    for (var component : verifier.getReturnType().getRecordComponents()) {
      assertThat(page).contains("`" + Keys.of(component) + "`");
    }
  }

  static Stream<Method> verifiers() {
    return Arrays.stream(Verifiers.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }
}

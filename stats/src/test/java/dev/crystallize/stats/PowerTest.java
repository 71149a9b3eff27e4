package dev.crystallize.stats;

import static dev.crystallize.stats.Alternative.GREATER;
import static dev.crystallize.stats.Alternative.LESS;
import static dev.crystallize.stats.Alternative.TWO_SIDED;
import static dev.crystallize.stats.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

  private static final Reference REFERENCE = Reference.read();

  @ParameterizedTest
  @MethodSource("noncentral")
  void theNoncentralDistributionAgreesWithR(String name) {
    String[] parts = name.split("/", -1);
    NoncentralT t = new NoncentralT(number(parts[1]), number(parts[2]));
    double expected = REFERENCE.value(name, "cdf");

    assertThat(t.cdf(number(parts[3]))).isCloseTo(expected, within(1e-10));
    assertThat(t.survival(number(parts[3]))).isCloseTo(1 - expected, within(1e-10));
  }

  static Stream<String> noncentral() {
    return REFERENCE.cases("noncentral_t/").stream();
  }

  @ParameterizedTest
  @MethodSource("powers")
  void thePowerOfPairsAndOfTwoSamplesAgreesWithR(String key) {
    String[] parts = key.split("/", -1);
    int n = Integer.parseInt(parts[0]);
    double effect = number(parts[1]);
    double alpha = number(parts[2]);
    String paired = "paired_power/" + key;
    String twoSample = "two_sample_power/" + key;

    assertNear(
        paired,
        Power.ofPairedTTest(effect, n, alpha, TWO_SIDED),
        REFERENCE.value(paired, "two_sided"));
    assertNear(
        paired, Power.ofPairedTTest(effect, n, alpha, GREATER), REFERENCE.value(paired, "greater"));
    assertNear(
        twoSample,
        Power.ofTwoSampleTTest(effect, n, n, alpha, TWO_SIDED),
        REFERENCE.value(twoSample, "two_sided"));
  }

  static Stream<String> powers() {
    return REFERENCE.cases("paired_power/").stream()
        .map(name -> name.substring("paired_power/".length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.2", "0.5", "0.8", "2"})
  void theReplicatesRequiredAgreeWithR(String effect) {
    assertThat(Power.requiredPairs(number(effect), 0.8, 0.05, TWO_SIDED))
        .hasValue((int) REFERENCE.value("required/" + effect, "pairs"));
    assertThat(Power.requiredPerSample(number(effect), 0.8, 0.05, TWO_SIDED))
        .hasValue((int) REFERENCE.value("required/" + effect, "per_sample"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 30, 500})
  void theDetectableEffectIsFoundWithTheCustomaryPower(int n) {
    double paired = Power.detectableByPairedTTest(n, 0.05, TWO_SIDED);
    double twoSample = Power.detectableByTwoSampleTTest(n, 2 * n, 0.05, LESS);

    assertThat(Power.ofPairedTTest(paired, n, 0.05, TWO_SIDED)).isCloseTo(0.8, within(1e-9));
    assertThat(Power.ofTwoSampleTTest(-twoSample, n, 2 * n, 0.05, LESS))
        .isCloseTo(0.8, within(1e-9));
  }

  @Test
  void withoutAnEffectTheOnlyFindingsAreFalseOnes() {
    assertThat(Power.ofPairedTTest(0, 12, 0.05, TWO_SIDED)).isCloseTo(0.05, within(1e-12));
    assertThat(Power.requiredPairs(0, 0.8, 0.05, TWO_SIDED)).isEmpty();
  }

  @Test
  void aTestThatCannotBeMadeHasNoPower() {
    assertThat(Power.ofPairedTTest(1, 1, 0.05, TWO_SIDED)).isNaN();
    assertThat(Power.ofTwoSampleTTest(1, 1, 30, 0.05, TWO_SIDED)).isNaN();
    assertThat(Power.ofPairedTTest(Double.NaN, 30, 0.05, TWO_SIDED)).isNaN();
    assertThat(Power.detectableByPairedTTest(1, 0.05, TWO_SIDED)).isNaN();
  }

  @Test
  void hugeEffectsAndSamplesAreFoundForSure() {
    assertThat(Power.ofPairedTTest(50, 100, 0.05, TWO_SIDED)).isCloseTo(1, within(1e-12));
    assertThat(Power.ofPairedTTest(Double.POSITIVE_INFINITY, 10, 0.05, TWO_SIDED)).isEqualTo(1);
    assertThat(Power.ofPairedTTest(0.01, 1_000_000, 0.05, TWO_SIDED)).isCloseTo(1, within(1e-12));
  }

  @Test
  void anImpossibleLevelIsRefused() {
    assertThatThrownBy(() -> Power.ofPairedTTest(1, 10, 5, TWO_SIDED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha must lie between 0 and 1, but is 5.0");
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}

package dev.crystallize.examples.tumours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignFlipTestTest {

  @Test
  void allDifferencesOfOneSignAreTheMostExtremePattern() {
    SignFlipTest test = compare(1, 2, 3, 4);

    assertThat(test).isEqualTo(new SignFlipTest(2.5, 2.0 / 16, 4));
  }

  @Test
  void equalValuesAreNoEvidence() {
    assertThat(compare(0, 0, 0)).isEqualTo(new SignFlipTest(0, 1, 3));
  }

  @Test
  void pairsThatDoNotDifferCountInTheMeanOnly() {
    SignFlipTest test = compare(1, 1, 0, 0);

    assertThat(test).isEqualTo(new SignFlipTest(0.5, 0.5, 4));
  }

  @Test
  void roundingDoesNotBreakTies() {
    // In doubles 0.1 + 0.2 - 0.1 lies farther from 0 than 0.1 - 0.2 - 0.1 does.
    SignFlipTest test = compare(0.1, 0.2, -0.1);

    assertThat(test.pValue()).isEqualTo(6.0 / 8);
  }

  @Test
  void manyPairsAreJudgedByDrawnPatterns() {
    // Binomial with n = 20 and 15 positive signs, two-sided: 2 * P(X >= 15) = 0.0414.
    double[] treatment = new double[20];
    Arrays.fill(treatment, 0, 15, 1);
    Arrays.fill(treatment, 15, 20, -1);

    SignFlipTest test = compare(treatment);

    assertThat(test.meanDifference()).isEqualTo(0.5);
    assertThat(test.pValue()).isCloseTo(0.0414, within(0.002));
  }

  @Test
  void drawnPatternsNeverGiveZero() {
    double[] treatment = new double[40];
    Arrays.fill(treatment, 1);

    assertThat(compare(treatment).pValue()).isEqualTo(1e-5);
  }

  @Test
  void withoutAnyPairNothingIsCompared() {
    assertThatThrownBy(() -> compare())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no pair to compare");
  }

  @Test
  void aDifferenceThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> compare(1, Double.NaN))
        .hasMessage("pair 1 cannot be compared: its difference is NaN");
  }

  private static SignFlipTest compare(double... differences) {
    return SignFlipTest.of(differences, new SplittableRandom(1));
  }
}

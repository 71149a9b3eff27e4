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
    SignFlipTest test = compare(new double[] {0, 0, 0, 0}, new double[] {1, 2, 3, 4});

    assertThat(test).isEqualTo(new SignFlipTest(2.5, 2.0 / 16, 4));
  }

  @Test
  void equalValuesAreNoEvidence() {
    double[] values = {0.9, 0.95, 0.97};

    assertThat(compare(values, values)).isEqualTo(new SignFlipTest(0, 1, 3));
  }

  @Test
  void pairsThatDoNotDifferCountInTheMeanOnly() {
    SignFlipTest test = compare(new double[] {0, 0, 5, 5}, new double[] {1, 1, 5, 5});

    assertThat(test).isEqualTo(new SignFlipTest(0.5, 0.5, 4));
  }

  @Test
  void roundingDoesNotBreakTies() {
    // In doubles 0.1 + 0.2 - 0.1 lies farther from 0 than 0.1 - 0.2 - 0.1 does.
    SignFlipTest test = compare(new double[3], new double[] {0.1, 0.2, -0.1});

    assertThat(test.pValue()).isEqualTo(6.0 / 8);
  }

  @Test
  void manyPairsAreJudgedByDrawnPatterns() {
    // Binomial with n = 20 and 15 positive signs, two-sided: 2 * P(X >= 15) = 0.0414.
    double[] treatment = new double[20];
    Arrays.fill(treatment, 0, 15, 1);
    Arrays.fill(treatment, 15, 20, -1);

    SignFlipTest test = compare(new double[20], treatment);

    assertThat(test.meanDifference()).isEqualTo(0.5);
    assertThat(test.pValue()).isCloseTo(0.0414, within(0.002));
  }

  @Test
  void drawnPatternsNeverGiveZero() {
    double[] treatment = new double[40];
    Arrays.fill(treatment, 1);

    assertThat(compare(new double[40], treatment).pValue()).isEqualTo(1e-5);
  }

  @Test
  void unequalLengthsAreRefused() {
    assertThatThrownBy(() -> compare(new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but found 1 values of the baseline, 2 of the treatment");
  }

  @Test
  void aValueThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> compare(new double[] {1}, new double[] {Double.NaN}))
        .hasMessage("pair 0 cannot be compared: baseline 1.0, treatment NaN");
  }

  private static SignFlipTest compare(double[] baseline, double[] treatment) {
    return SignFlipTest.of(baseline, treatment, new SplittableRandom(1));
  }
}

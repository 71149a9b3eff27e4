package dev.crystallize.stats;

import static dev.crystallize.stats.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTest {

  private static final Reference REFERENCE = Reference.read();

  @ParameterizedTest
  @ValueSource(strings = {"plain", "tied", "missing", "one"})
  void correctedValuesAgreeWithR(String family) {
    double[] pValues = REFERENCE.data("family." + family);

    assertSame(Correction.holm(pValues), REFERENCE.data("holm." + family));
    assertSame(
        Correction.benjaminiHochberg(pValues), REFERENCE.data("benjamini_hochberg." + family));
  }

  @Test
  void aTestThatFailedStaysUnknownAndCounts() {
    assertThat(Correction.holm(new double[] {Double.NaN, 0.01})).containsExactly(Double.NaN, 0.02);
    assertThat(Correction.benjaminiHochberg(new double[] {Double.NaN, 0.01}))
        .containsExactly(Double.NaN, 0.02);
  }

  @Test
  void anEmptyFamilyStaysEmpty() {
    assertThat(Correction.holm(new double[0])).isEmpty();
    assertThat(Correction.benjaminiHochberg(new double[0])).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> Correction.holm(new double[] {0.5, 1.5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
  }

  @Property(tries = 200)
  void holmIsNeverMoreLenientThanBenjaminiHochbergNorThanNoCorrection(
      @ForAll @Size(max = 20) double[] raw) {
    double[] pValues = Arrays.stream(raw).map(CorrectionTest::probability).toArray();
    double[] before = pValues.clone();
    double[] holm = Correction.holm(pValues);
    double[] discoveries = Correction.benjaminiHochberg(pValues);

    assertThat(pValues).containsExactly(before);
    for (int i = 0; i < pValues.length; i++) {
      assertThat(discoveries[i]).isBetween(pValues[i] * (1 - 1e-12), 1.0);
      assertThat(holm[i]).isBetween(discoveries[i] * (1 - 1e-12), 1.0);
    }
  }

  @Property(tries = 200)
  void correctedValuesKeepTheOrder(
      @ForAll @DoubleRange(max = 1) double a,
      @ForAll @DoubleRange(max = 1) double b,
      @ForAll @DoubleRange(max = 1) double c) {
    double[] sorted = {a, b, c};
    Arrays.sort(sorted);

    assertThat(Correction.holm(sorted)).isSorted();
    assertThat(Correction.benjaminiHochberg(sorted)).isSorted();
  }

  private static double probability(double any) {
    return Math.abs(Math.IEEEremainder(any, 1));
  }

  private static void assertSame(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertNear("place " + i, actual[i], expected[i]);
    }
  }
}

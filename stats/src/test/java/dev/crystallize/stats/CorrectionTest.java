package dev.crystallize.stats;

import static dev.crystallize.stats.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.Correction;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The correction belongs to the runtime; what R says of it lies here. */
class CorrectionTest {

  private static final Reference REFERENCE = Reference.read();

  @ParameterizedTest
  @ValueSource(strings = {"plain", "tied", "missing", "one"})
  void correctedValuesAgreeWithR(String family) {
    double[] pValues = REFERENCE.data("family." + family);

    assertSame(Correction.HOLM.of(pValues), REFERENCE.data("holm." + family));
    assertSame(
        Correction.BENJAMINI_HOCHBERG.of(pValues), REFERENCE.data("benjamini_hochberg." + family));
  }

  @Test
  void aTestThatFailedStaysUnknownAndCounts() {
    assertThat(Correction.HOLM.of(new double[] {Double.NaN, 0.01}))
        .containsExactly(Double.NaN, 0.02);
    assertThat(Correction.BENJAMINI_HOCHBERG.of(new double[] {Double.NaN, 0.01}))
        .containsExactly(Double.NaN, 0.02);
  }

  @Test
  void noCorrectionLeavesEachValueAsItIs() {
    assertThat(Correction.NONE.of(0.04, Double.NaN, 0.01)).containsExactly(0.04, Double.NaN, 0.01);
  }

  @Test
  void anEmptyFamilyStaysEmpty() {
    assertThat(Correction.HOLM.of(new double[0])).isEmpty();
    assertThat(Correction.BENJAMINI_HOCHBERG.of(new double[0])).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> Correction.HOLM.of(new double[] {0.5, 1.5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
  }

  @Property(tries = 200)
  void holmIsNeverMoreLenientThanBenjaminiHochbergNorThanNoCorrection(
      @ForAll @Size(max = 20) double[] raw) {
    double[] pValues = Arrays.stream(raw).map(CorrectionTest::probability).toArray();
    double[] before = pValues.clone();
    double[] holm = Correction.HOLM.of(pValues);
    double[] discoveries = Correction.BENJAMINI_HOCHBERG.of(pValues);

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

    assertThat(Correction.HOLM.of(sorted)).isSorted();
    assertThat(Correction.BENJAMINI_HOCHBERG.of(sorted)).isSorted();
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

package dev.crystallize.stats;

import static dev.crystallize.stats.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for all data. Whole numbers are common, so that ties and zeros are, too. */
class PropertiesTest {

  private static final int TRIES = 40;

  private static final Set<AllVerifiers> OF_TWO_RESAMPLED_SAMPLES =
      EnumSet.of(AllVerifiers.SHUFFLES, AllVerifiers.BOOTSTRAP_OF_TWO);

  private static final Set<AllVerifiers> OF_RANKS =
      EnumSet.of(AllVerifiers.WILCOXON_SIGNED_RANK, AllVerifiers.MANN_WHITNEY);

  private record Sides(FixedSamples baseline, FixedSamples treatment) {

    static Sides of(double[] x, double[] y) {
      return new Sides(FixedSamples.baseline(x), FixedSamples.treatment(y));
    }

    Sides map(DoubleUnaryOperator f) {
      return of(mapped(baseline, f), mapped(treatment, f));
    }

    Sides mapTreatment(DoubleUnaryOperator f) {
      return new Sides(baseline, FixedSamples.treatment(mapped(treatment, f)));
    }

    Sides swapped() {
      return new Sides(treatment, baseline);
    }

    Map<String, Double> test(AllVerifiers verifier) {
      return verifier.numbers(baseline, treatment);
    }

    private static double[] mapped(FixedSamples samples, DoubleUnaryOperator f) {
      return Arrays.stream(samples.values()).map(f).toArray();
    }
  }

  @Provide
  Arbitrary<Sides> sides() {
    return Arbitraries.integers().between(2, 25).flatMap(PropertiesTest::sidesOf);
  }

  private static Arbitrary<Sides> sidesOf(int n) {
    Arbitrary<double[]> whole =
        values(n, Arbitraries.integers().between(-20, 20).map(Integer::doubleValue));
    Arbitrary<double[]> fractions = values(n, Arbitraries.doubles().between(-20, 20).ofScale(6));
    Arbitrary<double[]> either = Arbitraries.oneOf(whole, fractions);
    return Combinators.combine(either, either).as(Sides::of);
  }

  private static Arbitrary<double[]> values(int n, Arbitrary<Double> value) {
    return value
        .array(Double[].class)
        .ofSize(n)
        .map(boxed -> Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void pValuesAreProbabilitiesAndIntervalsAreOrdered(
      @ForAll("sides") Sides sides,
      @ForAll AllVerifiers verifier,
      @ForAll Alternative alternative) {
    Map<String, Double> result =
        Keys.numbers(verifier.run(sides.baseline(), sides.treatment(), alternative));

    assertThat(result.get("p_value")).isBetween(0.0, 1.0);
    assertThat(result.get("ci_low")).isLessThanOrEqualTo(result.get("ci_high"));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void swappingTheSidesFlipsDifferenceIntervalAndEffectAndKeepsThePValue(
      @ForAll("sides") Sides sides) {
    for (AllVerifiers verifier : EnumSet.complementOf(EnumSet.copyOf(OF_TWO_RESAMPLED_SAMPLES))) {
      Map<String, Double> result = sides.test(verifier);
      Map<String, Double> swapped = sides.swapped().test(verifier);

      assertNear(verifier + " p_value", swapped.get("p_value"), result.get("p_value"));
      assertNear(verifier + " ci_low", swapped.get("ci_low"), -result.get("ci_high"));
      for (String key : Set.of("difference", "effect_size")) {
        assertNear(verifier + " " + key, swapped.get(key), -result.get(key));
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void oneSidedTestsAreEachOthersMirrorImages(
      @ForAll("sides") Sides sides, @ForAll AllVerifiers verifier) {
    if (OF_TWO_RESAMPLED_SAMPLES.contains(verifier)) {
      return;
    }
    Record less = verifier.run(sides.baseline(), sides.treatment(), Alternative.LESS);
    Record greater = verifier.run(sides.treatment(), sides.baseline(), Alternative.GREATER);

    assertNear(
        verifier.name(), Keys.numbers(less).get("p_value"), Keys.numbers(greater).get("p_value"));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void aCommonShiftChangesNothing(
      @ForAll("sides") Sides sides, @ForAll @IntRange(min = -1000, max = 1000) int shift) {
    for (AllVerifiers verifier : AllVerifiers.values()) {
      // Whole numbers of 2^-20 are shifted without any rounding that could break ties.
      Sides exact = sides.map(v -> Math.rint(v * 0x1p20) * 0x1p-20);
      Map<String, Double> result = exact.test(verifier);
      Map<String, Double> shifted = exact.map(v -> v + shift).test(verifier);

      result.forEach((key, value) -> assertNearEnough(verifier, key, shifted.get(key), value));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void aCommonFactorScalesDifferenceAndIntervalAndNothingElse(@ForAll("sides") Sides sides) {
    Set<String> scaled = Set.of("difference", "ci_low", "ci_high", "standard_error");
    for (AllVerifiers verifier : AllVerifiers.values()) {
      Map<String, Double> result = sides.test(verifier);
      Map<String, Double> larger = sides.map(v -> v * 0x1p7).test(verifier);

      result.forEach(
          (key, value) ->
              assertNearEnough(
                  verifier, key, larger.get(key), scaled.contains(key) ? value * 0x1p7 : value));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void aShiftOfTheTreatmentMovesDifferenceAndInterval(
      @ForAll("sides") Sides sides, @ForAll @IntRange(min = -50, max = 50) int shift) {
    for (AllVerifiers verifier : EnumSet.complementOf(EnumSet.copyOf(OF_RANKS))) {
      Map<String, Double> result = sides.test(verifier);
      Map<String, Double> moved = sides.mapTreatment(v -> v + shift).test(verifier);

      for (String key : Set.of("difference", "ci_low", "ci_high")) {
        assertNearEnough(verifier, key, moved.get(key), result.get(key) + shift);
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void anIntervalLeavesOutZeroExactlyIfTheTestRejectsIt(@ForAll("sides") Sides sides) {
    for (AllVerifiers verifier :
        EnumSet.of(
            AllVerifiers.PAIRED_T_TEST,
            AllVerifiers.WELCH_T_TEST,
            AllVerifiers.WILCOXON_SIGNED_RANK,
            AllVerifiers.MANN_WHITNEY)) {
      Record record = verifier.run(sides.baseline(), sides.treatment());
      Map<String, Double> result = Keys.numbers(record);
      boolean approximate = record.toString().contains("method=normal");
      if (!approximate && Math.abs(result.get("p_value") - 0.05) > 1e-9) {
        boolean leftOut = result.get("ci_low") > 0 || result.get("ci_high") < 0;
        assertThat(leftOut).as(record.toString()).isEqualTo(result.get("p_value") < 0.05);
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void relabellingsNeverGiveAPValueBelowThatOfTheirNumber(@ForAll("sides") Sides sides) {
    Sides apart = sides.mapTreatment(v -> v + 1000);
    for (AllVerifiers verifier : EnumSet.of(AllVerifiers.SIGN_FLIPS, AllVerifiers.SHUFFLES)) {
      assertThat(apart.test(verifier).get("p_value"))
          .isGreaterThanOrEqualTo(1.0 / (AllVerifiers.RESAMPLES + 1));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void orderStatisticsOfPairsAreThoseOfTheSortedPairs(@ForAll("sides") Sides sides) {
    double[] x = Ranks.sorted(sides.baseline().values());
    double[] y = Ranks.sorted(sides.treatment().values());
    double[] differences =
        Arrays.stream(x).flatMap(a -> Arrays.stream(y).map(b -> b - a)).sorted().toArray();

    for (int k = 1; k <= differences.length; k++) {
      assertThat(KthSmallest.difference(x, y, k)).isEqualTo(differences[k - 1] + 0.0);
    }
  }

  private static void assertNearEnough(
      AllVerifiers verifier, String key, double actual, double expected) {
    String what = verifier + " " + key;
    if (Double.isFinite(expected)) {
      assertThat(Math.abs(actual - expected))
          .as(what + " " + actual + " " + expected)
          .isLessThanOrEqualTo(1e-7 * (1 + Math.abs(expected)));
    } else {
      assertNear(what, actual, expected);
    }
  }
}

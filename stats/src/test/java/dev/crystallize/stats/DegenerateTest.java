package dev.crystallize.stats;

import static dev.crystallize.stats.FixedSamples.baseline;
import static dev.crystallize.stats.FixedSamples.treatment;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Data that textbooks leave out: none, one value, always the same value, no number. */
class DegenerateTest {

  private static final Set<String> COUNTS =
      Set.of(
          "confidence",
          "resamples",
          "pairs",
          "lost_pairs",
          "zeros",
          "n_baseline",
          "n_treatment",
          "non_finite");

  @ParameterizedTest
  @EnumSource
  void withoutAnyDataNothingIsKnown(AllVerifiers verifier) {
    assertNothingKnown(verifier.numbers(baseline(), treatment()), 0);
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatIsNoNumberMakesTheResultUnknownAndIsCounted(AllVerifiers verifier) {
    for (double odd : new double[] {NaN, POSITIVE_INFINITY, NEGATIVE_INFINITY}) {
      assertNothingKnown(verifier.numbers(baseline(1, 2, 3, 5), treatment(2, odd, 5, 4)), 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameInfinityOnBothSidesIsNoNumberEither(AllVerifiers verifier) {
    Map<String, Double> result =
        verifier.numbers(baseline(1, POSITIVE_INFINITY), treatment(2, POSITIVE_INFINITY));

    assertThat(result.get("p_value")).isNaN();
    assertThat(result.get("non_finite")).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void oneReplicateShowsItsDifferenceAndExcludesNothing(AllVerifiers verifier) {
    Map<String, Double> result = verifier.numbers(baseline(1.5), treatment(4));

    assertThat(result)
        .containsEntry("difference", 2.5)
        .containsEntry("ci_low", NEGATIVE_INFINITY)
        .containsEntry("ci_high", POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @EnumSource(names = {"WILCOXON_SIGNED_RANK", "MANN_WHITNEY", "SIGN_FLIPS", "SHUFFLES"})
  void whatOnlyExchangesLabelsFindsNothingInOneReplicate(AllVerifiers verifier) {
    assertThat(verifier.numbers(baseline(1.5), treatment(4))).containsEntry("p_value", 1.0);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WILCOXON_SIGNED_RANK", "MANN_WHITNEY", "SIGN_FLIPS", "SHUFFLES"},
      mode = Mode.EXCLUDE)
  void whatNeedsASpreadKnowsNoPValueForOneReplicate(AllVerifiers verifier) {
    Map<String, Double> result = verifier.numbers(baseline(1.5), treatment(4));

    assertThat(result.get("p_value")).isNaN();
    assertThat(result.get("effect_size")).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void conditionsThatDoNotDifferAtAllShowNoEffect(AllVerifiers verifier) {
    for (Alternative alternative : Alternative.values()) {
      Map<String, Double> result =
          Keys.numbers(verifier.run(baseline(3, 3, 3, 3), treatment(3, 3, 3, 3), alternative));

      assertThat(result)
          .containsEntry("difference", 0.0)
          .containsEntry("effect_size", 0.0)
          .containsEntry("p_value", 1.0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIRED_T_TEST", "WELCH_T_TEST"})
  void aDifferenceWithoutSpreadIsInfinitelySignificantInItsDirection(AllVerifiers verifier) {
    FixedSamples before = baseline(3, 3, 3);
    FixedSamples after = treatment(5, 5, 5);

    assertThat(verifier.numbers(before, after))
        .containsEntry("difference", 2.0)
        .containsEntry("ci_low", 2.0)
        .containsEntry("ci_high", 2.0)
        .containsEntry("statistic", POSITIVE_INFINITY)
        .containsEntry("effect_size", POSITIVE_INFINITY)
        .containsEntry("p_value", 0.0);
    assertThat(Keys.numbers(verifier.run(before, after, Alternative.GREATER)))
        .containsEntry("p_value", 0.0);
    assertThat(Keys.numbers(verifier.run(before, after, Alternative.LESS)))
        .containsEntry("p_value", 1.0);
  }

  @ParameterizedTest
  @EnumSource(names = {"WILCOXON_SIGNED_RANK", "MANN_WHITNEY", "SIGN_FLIPS", "SHUFFLES"})
  void aDifferenceWithoutSpreadHasTheSignificanceOfItsNumberOfReplicates(AllVerifiers verifier) {
    Map<String, Double> result =
        verifier.numbers(baseline(3, 3, 3, 3, 3, 3, 3, 3), treatment(5, 5, 5, 5, 5, 5, 5, 5));

    assertThat(result.get("p_value")).isBetween(1e-4, 0.05);
    assertThat(result).containsEntry("difference", 2.0);
  }

  @Test
  void roundingNoiseIsNoSpread() {
    PairedTTest result =
        Verifiers.pairedTTest(
            baseline(0.1, 0.2, 0.3, 0.4),
            treatment(0.1 + 0.7, 0.2 + 0.7, 0.3 + 0.7, 0.4 + 0.7),
            0.95,
            Alternative.TWO_SIDED);

    assertThat(result.statistic()).isInfinite();
  }

  @ParameterizedTest
  @EnumSource
  void theLargestNumbersOverflowIntoUnknownsAndNotIntoExceptions(AllVerifiers verifier) {
    double huge = Double.MAX_VALUE;
    Map<String, Double> result =
        verifier.numbers(baseline(huge, -huge, 1, huge), treatment(-huge, huge, 2, huge / 2));

    assertThat(result.get("p_value"))
        .satisfiesAnyOf(p -> assertThat(p).isNaN(), p -> assertThat(p).isBetween(0.1, 1.0));
  }

  @ParameterizedTest
  @EnumSource
  void theSmallestNumbersDoNotBreakAnything(AllVerifiers verifier) {
    double tiny = Double.MIN_VALUE;
    Map<String, Double> result =
        verifier.numbers(baseline(0, tiny, 0, tiny), treatment(tiny, 3 * tiny, tiny, 7 * tiny));

    assertThat(result.get("p_value")).isBetween(0.0, 1.0);
  }

  private static void assertNothingKnown(Map<String, Double> result, int nonFinite) {
    assertThat(result).containsEntry("non_finite", (double) nonFinite);
    result.forEach(
        (key, value) -> {
          if (!COUNTS.contains(key)) {
            assertThat(value).as(key).isNaN();
          }
        });
  }
}

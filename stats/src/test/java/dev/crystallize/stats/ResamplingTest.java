package dev.crystallize.stats;

import static dev.crystallize.stats.AllVerifiers.random;
import static dev.crystallize.stats.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {

  private static final Reference REFERENCE = Reference.read();
  private static final int MANY = 40_000;

  /** Four standard deviations of a share among that many relabellings. */
  private static final double CHANCE = 4 * Math.sqrt(0.25 / MANY);

  @ParameterizedTest
  @EnumSource
  void randomSignFlipsComeCloseToAllSignFlips(Alternative alternative) {
    PermutationTest result =
        PermutationTest.paired(REFERENCE.pairs("ordinary"), 0.95, alternative, MANY, random());

    assertThat(result.pValue())
        .isCloseTo(expected("sign_flips.ordinary.", alternative), within(CHANCE));
  }

  @ParameterizedTest
  @EnumSource
  void randomRegroupingsComeCloseToAllRegroupings(Alternative alternative) {
    PermutationTest result =
        PermutationTest.unpaired(REFERENCE.samples("sizes"), 0.95, alternative, MANY, random());

    assertThat(result.pValue()).isCloseTo(expected("shuffles.sizes.", alternative), within(CHANCE));
  }

  @Test
  void theSameGeneratorGivesTheSameResult() {
    TwoSamples samples = REFERENCE.samples("sizes");

    assertThat(PermutationTest.unpaired(samples, 0.95, Alternative.LESS, 999, random()))
        .isEqualTo(PermutationTest.unpaired(samples, 0.95, Alternative.LESS, 999, random()));
  }

  @ParameterizedTest
  @CsvSource({"sizes, 0.005", "skewed, 0.03"})
  void theEndsOfARelabellingIntervalAreShiftsOnTheEdgeOfRejection(String name, double width) {
    TwoSamples samples = REFERENCE.samples(name);
    PermutationTest result =
        PermutationTest.unpaired(samples, 0.9, Alternative.TWO_SIDED, MANY, random());

    for (double end : new double[] {result.ciLow(), result.ciHigh()}) {
      Alternative side = end < result.difference() ? Alternative.GREATER : Alternative.LESS;
      double[] shifted = Arrays.stream(samples.treatment()).map(v -> v - end).toArray();
      TwoSamples atEnd = new TwoSamples(samples.baseline(), shifted);
      assertThat(PermutationTest.unpaired(atEnd, 0.9, side, MANY, random()).pValue())
          .isCloseTo(0.05, within(width));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.8", "0.95", "0.999"})
  void intervalsAreReadOffTheResamplesAsTheFormulasSay(String level) {
    double[] resampled = Ranks.sorted(REFERENCE.data("resampled"));
    Bootstrap bootstrap = new Bootstrap(1.3, resampled, 0.05, 0);
    double confidence = Double.parseDouble(level);

    assertInterval(
        "bca." + level,
        BootstrapPercentiles.of(bootstrap, BootstrapMethod.BCA).interval(confidence));
    assertInterval(
        "percentile." + level,
        BootstrapPercentiles.of(bootstrap, BootstrapMethod.PERCENTILE).interval(confidence));
  }

  @Test
  void theAccelerationIsThatOfTheJackknife() {
    TwoSamples samples = REFERENCE.samples("skewed");

    assertNear(
        "one sample",
        Bootstrap.ofOne(samples.treatment(), Location.MEAN, 1, new Draws(random())).acceleration(),
        REFERENCE.value("bootstrap.one", "acceleration"));
    assertNear(
        "two samples",
        Bootstrap.ofTwo(
                samples.baseline(), samples.treatment(), Location.MEAN, 1, new Draws(random()))
            .acceleration(),
        REFERENCE.value("bootstrap.two", "acceleration"));
  }

  @ParameterizedTest
  @EnumSource
  void theIntervalWhoseLevelIsOneMinusThePValueEndsAtZero(BootstrapMethod method) {
    double[] moved = Arrays.stream(REFERENCE.data("resampled")).map(v -> v - 0.45).toArray();
    Bootstrap bootstrap = new Bootstrap(0.85, Ranks.sorted(moved), 0.05, 0);
    BootstrapPercentiles percentiles = BootstrapPercentiles.of(bootstrap, method);

    double pValue = percentiles.pValue();

    assertThat(pValue).isBetween(0.02, 0.5);
    assertThat(percentiles.interval(1 - pValue).low()).isCloseTo(0, within(0.01));
  }

  @Test
  void theBootstrapsStandardErrorIsThatOfTheMean() {
    double[] sample = REFERENCE.data("large.treatment");
    Moments moments = Moments.of(sample);
    double plugIn = Math.sqrt(moments.squaredError() * (sample.length - 1) / sample.length);

    Bootstrap bootstrap = Bootstrap.ofOne(sample, Location.MEAN, MANY, new Draws(random()));

    assertThat(bootstrap.standardError()).isCloseTo(plugIn, within(0.02 * plugIn));
  }

  @Test
  void resamplingLeavesTheDataAsTheyWere() {
    double[] sample = REFERENCE.data("skewed.treatment");
    double[] before = sample.clone();

    Bootstrap.ofOne(sample, Location.MEDIAN, 10, new Draws(random()));

    assertThat(sample).containsExactly(before);
  }

  @Test
  void coinsAndIndicesAreFair() {
    Draws draws = new Draws(random());
    int heads = 0;
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      heads += draws.coin() ? 1 : 0;
      counts[draws.index(counts.length)]++;
    }

    assertThat(heads).isBetween(34_400, 35_600);
    assertThat(IntStream.of(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
  }

  private static double expected(String prefix, Alternative alternative) {
    return REFERENCE.value(prefix + alternative.name().toLowerCase(Locale.ROOT), "p_value");
  }

  private static void assertInterval(String name, Interval interval) {
    assertNear(name, interval.low(), REFERENCE.value(name, "ci_low"));
    assertNear(name, interval.high(), REFERENCE.value(name, "ci_high"));
  }
}

package dev.crystallize.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where there is no effect, a test at the level 0.05 finds one in 5 of 100 experiments. */
class NullSimulationTest {

  private static final int EXPERIMENTS = 1500;
  private static final int REPLICATES = 12;

  /**
   * The bounds: rank tests cannot reach every level, and the bootstrap is known to find a little
   * too much in small samples. Else 0.05 and four standard deviations of the count either way.
   */
  @ParameterizedTest
  @CsvSource({
    "PAIRED_T_TEST,          0.0275, 0.0725",
    "WELCH_T_TEST,           0.0275, 0.0725",
    "WILCOXON_SIGNED_RANK,   0.0290, 0.0650",
    "MANN_WHITNEY,           0.0250, 0.0600",
    "SIGN_FLIPS,             0.0275, 0.0725",
    "SHUFFLES,               0.0275, 0.0725",
    "BOOTSTRAP_OF_PAIRS,     0.0400, 0.1200",
    "BOOTSTRAP_OF_TWO,       0.0400, 0.1100"
  })
  void falseFindingsAreAsRareAsTheLevelSays(AllVerifiers verifier, double least, double most) {
    RandomGenerator random = AllVerifiers.random();
    int found = 0;
    for (int i = 0; i < EXPERIMENTS; i++) {
      Map<String, Double> result = verifier.numbers(normal(random, 0), normal(random, 0), random);
      if (result.get("p_value") < 0.05) {
        found++;
      }
    }

    assertThat(found / (double) EXPERIMENTS).isBetween(least, most);
  }

  @ParameterizedTest
  @EnumSource(names = {"WILCOXON_SIGNED_RANK", "MANN_WHITNEY", "SIGN_FLIPS", "SHUFFLES"})
  void intervalsHoldTheTruthAsOftenAsTheySay(AllVerifiers verifier) {
    RandomGenerator random = AllVerifiers.random();
    int held = 0;
    for (int i = 0; i < EXPERIMENTS; i++) {
      Map<String, Double> result = verifier.numbers(normal(random, 0), normal(random, 3), random);
      if (result.get("ci_low") <= 3 && 3 <= result.get("ci_high")) {
        held++;
      }
    }

    assertThat(held / (double) EXPERIMENTS).isBetween(0.9275, 0.975);
  }

  private static FixedSamples normal(RandomGenerator random, double mean) {
    return FixedSamples.treatment(
        DoubleStream.generate(() -> random.nextGaussian(mean, 1)).limit(REPLICATES).toArray());
  }
}

package dev.crystallize.stats;

import static dev.crystallize.stats.Near.assertNear;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The four classic tests against R's t.test and wilcox.test; effect sizes against their formulas.
 */
class ReferenceTest {

  private static final Reference REFERENCE = Reference.read();

  /** A case's name is {@code test.samples.alternative}. */
  static Stream<String> cases() {
    return Stream.of("welch.", "paired.", "mann_whitney.", "wilcoxon.")
        .flatMap(test -> REFERENCE.cases(test).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyQuantityAgreesWithR(String name) {
    String[] parts = name.split("\\.", -1);
    Alternative alternative = Alternative.valueOf(parts[2].toUpperCase(Locale.ROOT));
    Map<String, Double> actual =
        Keys.numbers(
            switch (parts[0]) {
              case "welch" -> WelchTTest.of(REFERENCE.samples(parts[1]), 0.95, alternative);
              case "paired" -> PairedTTest.of(REFERENCE.pairs(parts[1]), 0.95, alternative);
              case "mann_whitney" -> MannWhitney.of(REFERENCE.samples(parts[1]), 0.95, alternative);
              default -> WilcoxonSignedRank.of(REFERENCE.pairs(parts[1]), 0.95, alternative);
            });
    REFERENCE
        .values(name)
        .forEach((quantity, expected) -> assertNear(quantity, actual.get(quantity), expected));
  }
}

package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  /** Reference values: qt(0.975, df) of R 4. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.7062047361747",
    "2, 4.30265272974946",
    "3, 3.18244630528371",
    "4, 2.77644510519779",
    "5, 2.57058183563631",
    "9, 2.26215716279820",
    "10, 2.22813885198627",
    "29, 2.04522964213270",
    "30, 2.04227245630124",
    "100, 1.98397151852355",
    "1000, 1.96233908082641"
  })
  void quantilesAreThoseOfTheTables(int degrees, double quantile) {
    assertThat(StudentT.quantile95(degrees)).isCloseTo(quantile, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"200", "201"})
  void theSumAndTheExpansionMeet(int degrees) {
    assertThat(StudentT.central(StudentT.quantile95(degrees), degrees))
        .isCloseTo(0.95, within(1e-12));
  }
}

package dev.crystallize.examples.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void randomPointsEstimatePi() {
    Summary summary = Summary.ofRandomPoints(100_000, new SplittableRandom(1));
    PiEstimate estimate = PiEstimate.of(summary);

    assertThat(Math.abs(estimate.pi() - Math.PI)).isLessThan(4 * estimate.standardError());
  }

  @Test
  void theStandardErrorIsThatOfABinomialShare() {
    assertThat(PiEstimate.of(new Summary(100, 50))).isEqualTo(new PiEstimate(2, 0.2));
  }

  @Test
  void moreHitsThanPointsAreRefused() {
    assertThatThrownBy(() -> new Summary(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at least one point and 0 to 1 hits, but found 1 points and 2 hits");
  }
}

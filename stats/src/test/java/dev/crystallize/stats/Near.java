package dev.crystallize.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Compares doubles that were computed in different ways. */
final class Near {

  private Near() {}

  /** Equal to 1e-9 of the expected value's size, or to 1e-12 if that is tiny. */
  static void assertNear(String what, double actual, double expected) {
    if (Double.isFinite(expected)) {
      double tolerance = Math.max(1e-12, 1e-9 * Math.abs(expected));
      assertThat(actual).as(what).isCloseTo(expected, Offset.offset(tolerance));
    } else {
      assertThat((Double) actual).as(what).isEqualTo(Double.valueOf(expected));
    }
  }
}

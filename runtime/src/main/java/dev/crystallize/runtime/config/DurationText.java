package dev.crystallize.runtime.config;

import java.math.BigDecimal;
import java.time.Duration;

/** Writes lengths of time as {@code config.yaml} spells them. */
public final class DurationText {

  private static final int NANO_DIGITS = 9;

  private DurationText() {}

  /**
   * Returns {@code 2h}, {@code 5m}, {@code 30s}, {@code 500ms} or {@code 1.5s}, in whole units if
   * it can.
   */
  public static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (duration.toNanosPart() == 0) {
      if (seconds > 0 && seconds % 3600 == 0) {
        return seconds / 3600 + "h";
      }
      return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
    if (seconds == 0 && duration.toNanosPart() % 1_000_000 == 0) {
      return duration.toMillis() + "ms";
    }
    BigDecimal exact =
        BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(duration.toNanosPart(), NANO_DIGITS));
    return exact.stripTrailingZeros().toPlainString() + "s";
  }
}

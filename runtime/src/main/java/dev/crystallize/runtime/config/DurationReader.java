package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Scalar;
import java.time.Duration;
import java.util.Optional;

/** Reads lengths of time: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, or seconds. */
final class DurationReader {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Scope scope;

  DurationReader(Scope scope) {
    this.scope = scope;
  }

  /**
   * Reads a length of time that is not negative.
   *
   * @param positive whether it must not be zero either
   */
  Optional<Located<Duration>> read(YamlNode node, String what, boolean positive) {
    if (!node.isSound()) {
      return Optional.empty();
    }
    double nanos = node instanceof Scalar scalar ? nanos(scalar) : Double.NaN;
    if (nanos >= (positive ? 1 : 0) && nanos < Long.MAX_VALUE) {
      return Optional.of(new Located<>(Duration.ofNanos(Math.round(nanos)), node.place()));
    }
    scope.reportType(
        node, what, "a " + (positive ? "positive " : "") + "time such as 500ms, 30s, 5m or 2h");
    return Optional.empty();
  }

  private static double nanos(Scalar scalar) {
    String text = scalar.text();
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    double secondsPerUnit =
        switch (text.substring(end)) {
          case "ms" -> 1e-3;
          case "", "s" -> 1;
          case "m" -> 60;
          case "h" -> 3600;
          default -> Double.NaN;
        };
    String number = text.substring(0, end);
    boolean isNumber =
        end > 0
            && Character.isDigit(number.charAt(end - 1))
            && (CoreType.of(number) == CoreType.WHOLE || CoreType.of(number) == CoreType.REAL)
            && !number.startsWith("0x")
            && !number.startsWith("0o");
    return isNumber ? Double.parseDouble(number) * secondsPerUnit * NANOS_PER_SECOND : Double.NaN;
  }
}

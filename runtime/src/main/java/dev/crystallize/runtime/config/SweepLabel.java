package dev.crystallize.runtime.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Spells the values of a sweep for the names of its treatments. */
final class SweepLabel {

  private static final MathContext SHORT = new MathContext(6);
  private static final int MOST_DECIMALS = 6;
  private static final int MOST_DIGITS = 16;

  private SweepLabel() {}

  /**
   * Spells the values of one key: those of a range with six digits, if that tells them apart.
   *
   * @param computed whether nobody has written the values as they are
   */
  static List<String> of(List<Value> values, boolean computed) {
    if (computed) {
      List<String> rounded = values.stream().map(value -> number(value, SHORT)).toList();
      if (rounded.stream().distinct().count() == rounded.size()) {
        return rounded;
      }
    }
    return values.stream().map(SweepLabel::of).toList();
  }

  /** Spells a value in full. */
  static String of(Value value) {
    return spelt(value, "");
  }

  /** Spells a value so that only equal ones are spelt alike: texts in quotes. */
  static String exact(Value value) {
    return spelt(value, "'");
  }

  private static String spelt(Value value, String quote) {
    if (value instanceof Value.Items items) {
      return items.items().stream()
          .map(item -> spelt(item, quote))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Value.Fields fields) {
      return fields.fields().stream()
          .map(field -> field.key().value() + ": " + spelt(field.value(), quote))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Value.Text text) {
      return quote + text.text() + quote;
    }
    return value instanceof Value.Whole || value instanceof Value.Real
        ? number(value, MathContext.UNLIMITED)
        : String.valueOf(value.toJava());
  }

  private static String number(Value value, MathContext digits) {
    if (value instanceof Value.Real real && !Double.isFinite(real.number())) {
      return Double.toString(real.number());
    }
    BigDecimal number = SweepPoints.number(value).round(digits).stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    return number.signum() == 0 || (exponent >= -MOST_DECIMALS && exponent < MOST_DIGITS)
        ? number.toPlainString()
        : number.toString().replace("E+", "e").replace('E', 'e');
  }

  /** Replaces what cannot stand in the name of a file by single hyphens. */
  static String fileSafe(String text) {
    StringBuilder safe = new StringBuilder();
    boolean replaced = false;
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (Character.isLetterOrDigit(codePoint) || "_.-+=".indexOf(codePoint) >= 0) {
        if (replaced && !safe.isEmpty()) {
          safe.append('-');
        }
        replaced = false;
        safe.appendCodePoint(codePoint);
      } else {
        replaced = true;
      }
    }
    return safe.toString();
  }
}

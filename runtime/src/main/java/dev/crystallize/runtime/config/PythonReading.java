package dev.crystallize.runtime.config;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What the Python tools, which follow YAML 1.1, take a plain scalar for if that differs from what
 * it looks like. The types are those of the YAML 1.1 type repository as PyYAML's resolver has them.
 *
 * @param meaning what Python reads, such as {@code true} or {@code the number 10}
 * @param remedy what to write instead
 */
record PythonReading(String meaning, String remedy) {

  /** Longer runs of digits are not worth computing for a message. */
  private static final int LONGEST_SHOWN = 40;

  /** Returns what Python reads, if the scalar must be quoted. */
  static Optional<PythonReading> of(String plain) {
    return switch (plain) {
      case "on", "On", "ON", "yes", "Yes", "YES" ->
          Optional.of(new PythonReading("true", '"' + plain + "\" or true"));
      case "off", "Off", "OFF", "no", "No", "NO" ->
          Optional.of(new PythonReading("false", '"' + plain + "\" or false"));
      default ->
          plain.isEmpty() || !mayBeNumber(plain.charAt(0)) ? Optional.empty() : number(plain);
    };
  }

  /** Returns what to write where only a text will do, as in a name: the first remedy. */
  String remedyForName() {
    return remedy.substring(0, remedy.indexOf('"', 1) + 1);
  }

  private static boolean mayBeNumber(char first) {
    return first == '-' || first == '+' || isDigit(first);
  }

  private static Optional<PythonReading> number(String plain) {
    boolean signed = !isDigit(plain.charAt(0));
    String digits = signed ? plain.substring(1) : plain;
    if (digits.isEmpty() || !isDigit(digits.charAt(0))) {
      return Optional.empty();
    }
    boolean negative = plain.charAt(0) == '-';
    if (digits.startsWith("0b")) {
      return allOf(digits, 2, "01_")
          ? whole(plain, negative, digits.substring(2), 2)
          : Optional.empty();
    }
    if (digits.startsWith("0x")) {
      return digits.indexOf('_') > 0 && allOf(digits, 2, "0123456789abcdefABCDEF_")
          ? whole(plain, negative, digits.substring(2), 16)
          : Optional.empty();
    }
    if (allOf(digits, 0, "0123456789_")) {
      return decimal(plain, negative, digits);
    }
    if (digits.indexOf(':') > 0 && Sexagesimal.matches(digits)) {
      return Optional.of(
          new PythonReading(
              "a number to base 60", '"' + plain + '"' + Sexagesimal.orSeconds(negative, digits)));
    }
    if (!signed && Timestamps.matches(plain)) {
      return Optional.of(new PythonReading("a date", '"' + plain + '"'));
    }
    return Optional.empty();
  }

  private static Optional<PythonReading> decimal(String plain, boolean negative, String digits) {
    boolean leadingZero = digits.length() > 1 && digits.charAt(0) == '0';
    if (!leadingZero && digits.indexOf('_') < 0) {
      return Optional.empty();
    }
    if (!leadingZero) {
      return whole(plain, negative, digits, 10);
    }
    if (allOf(digits, 1, "01234567_")) {
      return whole(plain, negative, digits.substring(1), 8);
    }
    return Optional.of(new PythonReading("a text", '"' + plain + "\", or a number without the 0"));
  }

  private static Optional<PythonReading> whole(
      String plain, boolean negative, String digits, int radix) {
    String bare = digits.replace("_", "");
    if (bare.isEmpty() || bare.length() > LONGEST_SHOWN) {
      return Optional.of(new PythonReading("a number", '"' + plain + '"'));
    }
    BigInteger number = new BigInteger(bare, radix);
    String shown = (negative ? number.negate() : number).toString();
    return Optional.of(
        new PythonReading("the number " + shown, '"' + plain + "\" or a number such as " + shown));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether there are characters from an index on, and all are among the given ones. */
  static boolean allOf(String text, int from, String allowed) {
    for (int i = from; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return from < text.length();
  }
}

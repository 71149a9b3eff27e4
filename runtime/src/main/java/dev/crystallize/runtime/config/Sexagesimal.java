package dev.crystallize.runtime.config;

import java.math.BigInteger;

/** Numbers to base 60 such as {@code 12:30}, which YAML 1.1 has and YAML 1.2 has not. */
final class Sexagesimal {

  private static final int LONGEST_SHOWN = 20;

  private Sexagesimal() {}

  /**
   * Returns whether YAML 1.1 takes the unsigned text for a number: {@code
   * [1-9][0-9_]*(:[0-5]?[0-9])+}, or {@code [0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*}.
   */
  static boolean matches(String text) {
    int at = text.indexOf(':');
    if (at <= 0
        || !PythonReading.isDigit(text.charAt(0))
        || !PythonReading.allOf(text.substring(0, at), 0, "0123456789_")) {
      return false;
    }
    while (at < text.length() && text.charAt(at) == ':') {
      int end = at + 1;
      while (end < text.length() && PythonReading.isDigit(text.charAt(end))) {
        end++;
      }
      int digits = end - at - 1;
      if (digits < 1 || digits > 2 || (digits == 2 && text.charAt(at + 1) > '5')) {
        return false;
      }
      at = end;
    }
    if (at == text.length()) {
      return text.charAt(0) != '0';
    }
    return text.charAt(at) == '.'
        && (at + 1 == text.length() || PythonReading.allOf(text, at + 1, "0123456789_"));
  }

  /** Returns the number as an alternative to quotes, or nothing if it is not a short whole one. */
  static String orSeconds(boolean negative, String text) {
    if (text.indexOf('.') >= 0 || text.length() > LONGEST_SHOWN) {
      return "";
    }
    BigInteger number = BigInteger.ZERO;
    for (String part : text.replace("_", "").split(":", -1)) {
      number = number.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
    }
    return " or " + (negative ? number.negate() : number);
  }
}

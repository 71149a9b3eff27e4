package dev.crystallize.runtime.config;

/** The types that a plain scalar can have by the core schema (YAML 1.2.2, section 10.3.2). */
public enum CoreType {
  /** {@code null}, {@code ~} or nothing. */
  NULL,
  /** {@code true} or {@code false}. */
  TRUTH,
  /** A whole number in decimal, octal ({@code 0o17}) or hexadecimal ({@code 0x1F}). */
  WHOLE,
  /** A number with a fraction or exponent, an infinity, or not a number. */
  REAL,
  /** Anything else. */
  TEXT;

  /** Returns the type of a plain scalar. */
  public static CoreType of(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> TRUTH;
      case ".nan", ".NaN", ".NAN" -> REAL;
      default -> ofNumber(text);
    };
  }

  private static CoreType ofNumber(String text) {
    char first = text.charAt(0);
    if (first != '-' && first != '+' && first != '.' && !isDigit(first)) {
      return TEXT;
    }
    if (text.startsWith("0o")) {
      return hasOnlyDigits(text, 2, 8) ? WHOLE : TEXT;
    }
    if (text.startsWith("0x")) {
      return hasOnlyDigits(text, 2, 16) ? WHOLE : TEXT;
    }
    int start = first == '-' || first == '+' ? 1 : 0;
    if (hasOnlyDigits(text, start, 10)) {
      return WHOLE;
    }
    return switch (text.substring(start)) {
      case ".inf", ".Inf", ".INF" -> REAL;
      default -> isReal(text, start) ? REAL : TEXT;
    };
  }

  /** Whether it matches {@code (\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
  private static boolean isReal(String text, int start) {
    int whole = digitsEnd(text, start);
    int at = whole;
    if (at < text.length() && text.charAt(at) == '.') {
      at = digitsEnd(text, at + 1);
      if (whole == start && at == whole + 1) {
        return false;
      }
    } else if (whole == start) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = at;
      at = digitsEnd(text, at);
      return at > exponent && at == text.length();
    }
    return at == text.length();
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean hasOnlyDigits(String text, int from, int radix) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return from < text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

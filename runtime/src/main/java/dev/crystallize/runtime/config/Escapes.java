package dev.crystallize.runtime.config;

import java.util.stream.Collectors;

/** Makes text from outside safe to print on one line. */
public final class Escapes {

  private static final int LONGEST = 400;

  private Escapes() {}

  /**
   * Returns the text with control characters, line separators and unpaired surrogates as Java
   * escapes, and cut after 400 characters.
   */
  public static String printable(String text) {
    int end = text.length();
    boolean cut = end > LONGEST;
    if (cut) {
      end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
    StringBuilder result = new StringBuilder(end + 8);
    int codePoint;
    for (int i = 0; i < end; i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      append(result, codePoint);
    }
    return cut ? result.append("...").toString() : result.toString();
  }

  /**
   * Returns the whole text on one line: its lines joined by spaces, empty ones left out, and what
   * else {@link #printable} escapes escaped.
   */
  public static String onOneLine(String text) {
    String joined =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    StringBuilder result = new StringBuilder(joined.length());
    joined.codePoints().forEach(codePoint -> append(result, codePoint));
    return result.toString();
  }

  /** Appends the code point, escaped if a terminal could take it for more than a sign. */
  static void append(StringBuilder result, int codePoint) {
    switch (codePoint) {
      case '\n' -> result.append("\\n");
      case '\r' -> result.append("\\r");
      case '\t' -> result.append("\\t");
      default -> {
        if (needsEscape(codePoint)) {
          appendUnits(result, codePoint);
        } else {
          result.appendCodePoint(codePoint);
        }
      }
    }
  }

  private static boolean needsEscape(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint < ' ';
    }
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || isBidirectional(codePoint);
  }

  /** Embeddings, overrides and isolates, which can show a line in another order than it has. */
  private static boolean isBidirectional(int codePoint) {
    return (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static void appendUnits(StringBuilder result, int codePoint) {
    for (char unit : Character.toChars(codePoint)) {
      result.append("\\u");
      String hex = Integer.toHexString(unit);
      result.append("0".repeat(4 - hex.length())).append(hex);
    }
  }
}

package dev.crystallize.processor.generate;

import java.util.Locale;

/** Texts in generated code. */
final class TextLiteral {

  private TextLiteral() {}

  /** Returns a string literal on one line; JavaPoet's would be broken at line ends. */
  static String of(String text) {
    StringBuilder result = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> result.append('\\').append(c);
        case '\n' -> result.append("\\n");
        case '\r' -> result.append("\\r");
        case '\t' -> result.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            result.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            result.append(c);
          }
        }
      }
    }
    return result.append('"').toString();
  }

  /** Returns text that means itself in Javadoc, on one line. */
  static String javadoc(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<', '>', '&', '@', '{', '}', '*', '\\' ->
            result.append("&#").append((int) c).append(';');
        default -> result.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return result.toString();
  }

  /** Returns a name as Javadoc code, which knows no entities. */
  static String code(String name) {
    boolean plain = name.chars().noneMatch(c -> "{}@*\\".indexOf(c) >= 0);
    return plain ? "{@code " + name + "}" : javadoc(name);
  }
}

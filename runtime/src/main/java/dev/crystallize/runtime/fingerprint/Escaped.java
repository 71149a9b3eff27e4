package dev.crystallize.runtime.fingerprint;

/** Text without control characters: they and the backslash are written as escapes. */
final class Escaped {

  private Escaped() {}

  static String of(String plain) {
    StringBuilder text = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '\\') {
        text.append("\\\\");
      } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  static String undo(String escaped) {
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (escaped.startsWith("\\\\", i)) {
        text.append('\\');
        i += 1;
      } else if (escaped.startsWith("\\u", i) && i + 6 <= escaped.length()) {
        text.append((char) Integer.parseInt(escaped, i + 2, i + 6, 16));
        i += 5;
      } else {
        throw new IllegalArgumentException("a lone backslash in '" + escaped + "'");
      }
    }
    return text.toString();
  }
}

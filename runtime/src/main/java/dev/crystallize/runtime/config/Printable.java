package dev.crystallize.runtime.config;

/** The characters that YAML allows (YAML 1.2.2, section 5.1). */
final class Printable {

  private Printable() {}

  /** Returns the index of the first character that YAML does not allow, or -1. */
  static int firstNot(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (!isAllowed(c)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAllowed(char c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || (c >= 0xa0 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd);
  }
}

package dev.crystallize.runtime.store;

import java.nio.charset.StandardCharsets;

/**
 * Text that can be written to a file and read back. Java's strings may hold halves of surrogate
 * pairs, which have no form in UTF-8: a line with one of them could not be read any more.
 */
public final class WellFormed {

  private WellFormed() {}

  /** The text with a question mark for each half pair. */
  public static String text(String text) {
    return isWellFormed(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}

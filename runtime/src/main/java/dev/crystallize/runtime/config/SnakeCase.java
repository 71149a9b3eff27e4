package dev.crystallize.runtime.config;

import java.util.Locale;

/** The spelling of Java names in YAML. */
public final class SnakeCase {

  private SnakeCase() {}

  /**
   * Returns the name in snake_case: an underscore before each capital that follows a lower-case
   * letter or digit, or that a lower-case letter follows within a run of capitals; then lower case.
   * So {@code parseHTTPResponse} is {@code parse_http_response} and {@code l2Norm} is {@code
   * l2_norm}.
   */
  public static String of(String javaName) {
    StringBuilder result = new StringBuilder(javaName.length() + 8);
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && startsWord(javaName, i)) {
        result.append('_');
      }
      result.append(c);
    }
    return result.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean startsWord(String name, int capital) {
    char before = name.charAt(capital - 1);
    if (Character.isLowerCase(before) || Character.isDigit(before)) {
      return true;
    }
    return Character.isUpperCase(before)
        && capital + 1 < name.length()
        && Character.isLowerCase(name.charAt(capital + 1));
  }
}

package dev.crystallize.runtime.fingerprint;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of classes that compilers number: anonymous ones ({@code Helper$1}), local ones ({@code
 * Helper$1Point}) and what lies in them. The number tells only the place in the file.
 */
final class Numbered {

  private static final Pattern NUMBER = Pattern.compile("\\$\\d");
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("(?<=L)[^;()\\[]+(?=;)");

  private Numbered() {}

  /** Whether a class name or descriptor mentions a numbered class. */
  static boolean isIn(String text) {
    return text.indexOf('$') >= 0 && NUMBER.matcher(text).find();
  }

  /** Replaces the numbered classes in an internal class name or a descriptor. */
  static String replace(String text, UnaryOperator<String> replacement) {
    if (!isIn(text)) {
      return text;
    }
    if (text.endsWith(";") || text.startsWith("(") || text.startsWith("[")) {
      return IN_DESCRIPTOR
          .matcher(text)
          .replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      isIn(match.group()) ? replacement.apply(match.group()) : match.group()));
    }
    return replacement.apply(text);
  }
}

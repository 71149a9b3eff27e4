package dev.crystallize.runtime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Keeps secrets out of what is written down. */
final class Secrets {

  static final String REDACTED = "(redacted)";

  /** Rather one value too many than one too few: {@code key} alone also hides harmless ones. */
  private static final Pattern SECRET =
      Pattern.compile("pass(word|wd|phrase)|pwd|secret|token|key|credential|auth|cookie|session");

  private Secrets() {}

  /** The same values, without those whose keys look as if they were secret. */
  static Map<String, String> redacted(Map<String, String> values) {
    Map<String, String> told = new LinkedHashMap<>();
    values.forEach((key, value) -> told.put(key, isSecret(key) ? REDACTED : value));
    return told;
  }

  static boolean isSecret(String key) {
    return SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
  }
}

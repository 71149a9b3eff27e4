package dev.crystallize.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  private static final Pattern HARMLESS =
      Pattern.compile("true|false|null|[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  private Secrets() {}

  /** The same values, without those whose keys look as if they were secret. */
  static Map<String, String> redacted(Map<String, String> values) {
    Map<String, String> told = new LinkedHashMap<>();
    values.forEach((key, value) -> told.put(key, isSecret(key) ? REDACTED : value));
    return told;
  }

  /**
   * The same values for a journal, where a digest stands for what looks secret: a change is still
   * seen. Numbers and booleans are kept, for {@code max_tokens} is more common than a PIN.
   *
   * @param values by parameter, which may be preceded by a step's name and a dot
   */
  static Map<String, String> digested(Map<String, String> values) {
    Map<String, String> told = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          boolean hides =
              isSecret(key.substring(key.lastIndexOf('.') + 1))
                  && !HARMLESS.matcher(value).matches();
          told.put(key, hides ? REDACTED + " " + digest(value) : value);
        });
    return told;
  }

  private static String digest(String value) {
    try {
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static boolean isSecret(String key) {
    return SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.CodecException;
import dev.crystallize.runtime.codec.PlainJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps secrets out of what is written down. */
final class Secrets {

  static final String REDACTED = "(redacted)";

  /** Rather one value too many than one too few: {@code key} alone also hides harmless ones. */
  private static final Pattern SECRET =
      Pattern.compile("pass(word|wd|phrase)|pwd|secret|token|key|credential|auth|cookie|session");

  private static final Pattern HARMLESS =
      Pattern.compile("true|false|null|[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  private Secrets() {}

  /**
   * The same options, without those whose names look as if they were secret. Of a parameter that is
   * set its own name counts, not that of its experiment.
   */
  static Map<String, String> redacted(Map<String, String> options) {
    Map<String, String> told = new LinkedHashMap<>();
    options.forEach(
        (option, value) -> {
          boolean hides = isSecret(option.substring(option.lastIndexOf('.') + 1));
          told.put(option, hides ? REDACTED : value);
        });
    return told;
  }

  /**
   * A value for a journal, where a digest stands for what looks secret: a change is still seen.
   * Numbers and booleans are kept, for {@code max_tokens} is more common than a PIN.
   *
   * @param key the parameter
   * @param value its value, whose maps may hold secrets as well
   * @return one text for equal values, in whatever order the keys of maps come
   */
  static String digested(String key, @Nullable Object value) {
    return text(key, value, secret -> REDACTED + " " + digest(secret));
  }

  /** A value for people to read, of which nothing is shown that looks secret. */
  static String hidden(String key, @Nullable Object value) {
    return text(key, value, secret -> REDACTED);
  }

  private static String text(String key, @Nullable Object value, UnaryOperator<String> hide) {
    String text = json(value);
    return hides(key, text) ? hide.apply(text) : json(inside(value, hide));
  }

  /**
   * Says that a parameter's value is not of the type that is asked for; a journal keeps what tasks
   * throw, so the value itself is told only if it does not look secret.
   */
  static IllegalArgumentException misfit(String key, CodecException misfit) {
    return isSecret(key)
        ? new IllegalArgumentException(
            "'" + key + "': expected " + misfit.expected() + ", not the value it has (not shown)")
        : new IllegalArgumentException("'" + key + "': " + misfit.getMessage(), misfit);
  }

  /** Whether a value is to be hidden, which is told by its key and by its JSON. */
  static boolean hides(String key, String text) {
    return isSecret(key) && !HARMLESS.matcher(text).matches();
  }

  private static String json(@Nullable Object value) {
    return PlainJson.of(PlainData.ordered(value));
  }

  private static @Nullable Object inside(@Nullable Object value, UnaryOperator<String> hide) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      map.forEach(
          (key, item) -> told.put(String.valueOf(key), item(String.valueOf(key), item, hide)));
      return told;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> told = new ArrayList<>();
      list.forEach(item -> told.add(inside(item, hide)));
      return told;
    }
    return value;
  }

  private static @Nullable Object item(
      String key, @Nullable Object value, UnaryOperator<String> hide) {
    String text = json(value);
    return hides(key, text) ? hide.apply(text) : inside(value, hide);
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

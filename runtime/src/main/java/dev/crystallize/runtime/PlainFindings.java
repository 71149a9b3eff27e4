package dev.crystallize.runtime;

import dev.crystallize.runtime.store.WellFormed;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a verifier found into the form that files hold, so that it is the same when it is
 * read again: texts, {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean}, lists and
 * maps. Anything else is told by its text.
 */
final class PlainFindings {

  private PlainFindings() {}

  /** Returns the findings in order, without those that are null or an empty optional. */
  static Map<String, Object> of(Map<String, ?> found) {
    Map<String, Object> findings = new LinkedHashMap<>();
    found.forEach(
        (name, value) -> {
          Object plain = plain(value);
          if (plain != null) {
            findings.put(name, plain);
          }
        });
    return Collections.unmodifiableMap(findings);
  }

  /** In the verifier's order if it has one: that of {@code Map.of} is another in each JVM. */
  static Map<String, Object> inOrder(Map<String, ?> found) {
    return Collections.unmodifiableMap(
        isOrdered(found) ? new LinkedHashMap<>(found) : new TreeMap<>(found));
  }

  private static boolean isOrdered(Map<?, ?> map) {
    return map instanceof LinkedHashMap || map instanceof SortedMap;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Double) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Collection<?> items) {
      return list(items);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      map.forEach((key, item) -> entries.put(String.valueOf(key), plain(item)));
      return Collections.unmodifiableMap(isOrdered(map) ? entries : new TreeMap<>(entries));
    }
    if (value.getClass().isArray()) {
      List<@Nullable Object> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(Array.get(value, i));
      }
      return list(items);
    }
    return optional(value);
  }

  private static Object number(Number number) {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return number.longValue();
    }
    if (number instanceof BigInteger whole) {
      return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
    // Through the text, so that 0.1f is 0.1 and not 0.10000000149011612.
    return number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
  }

  private static List<@Nullable Object> list(Collection<?> items) {
    List<@Nullable Object> plain = new ArrayList<>();
    items.forEach(item -> plain.add(plain(item)));
    if (items instanceof Set && !(items instanceof LinkedHashSet || items instanceof SortedSet)) {
      plain.sort(Comparator.comparing(String::valueOf));
    }
    return Collections.unmodifiableList(plain);
  }

  private static @Nullable Object optional(Object value) {
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? (Object) number.getAsDouble() : null;
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? (Object) (long) number.getAsInt() : null;
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? (Object) number.getAsLong() : null;
    }
    return WellFormed.text(value.toString());
  }
}

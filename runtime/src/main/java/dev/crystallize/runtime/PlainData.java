package dev.crystallize.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings values that were given in Java into the form in which a configuration holds them. */
final class PlainData {

  private PlainData() {}

  /**
   * The same value made of texts, {@code Long}, {@code BigInteger}, {@code Double}, {@code
   * Boolean}, null, and unmodifiable lists and maps.
   *
   * @throws IllegalArgumentException if it cannot stand in a configuration
   */
  static @Nullable Object of(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof Double
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float number) {
      // Through the text, so that 0.1f is 0.1 and not 0.10000000149011612.
      return Double.valueOf(number.toString());
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(of(item)));
      return Collections.unmodifiableList(items);
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    throw new IllegalArgumentException(
        "a value must be a text, number, truth value, list or map, not a "
            + value.getClass().getName());
  }

  static Map<String, @Nullable Object> ofMap(Map<?, ?> map) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException("a key must be a text, not " + key);
          }
          entries.put(name, of(value));
        });
    return Collections.unmodifiableMap(entries);
  }

  /** The same value with the keys of all maps in their order, so that equal values look alike. */
  static @Nullable Object ordered(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(String.valueOf(key), ordered(item)));
      return sorted;
    }
    if (value instanceof List<?> list) {
      return Arrays.asList(list.stream().map(PlainData::ordered).toArray());
    }
    return value;
  }
}

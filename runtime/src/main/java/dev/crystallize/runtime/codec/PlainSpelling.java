package dev.crystallize.runtime.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Anything that JSON can hold, as what verifiers find. Since JSON has no NaN and infinities, the
 * texts that stand for them are read as numbers.
 */
final class PlainSpelling implements Spelling<Map<String, Object>> {

  @Override
  public void write(Map<String, Object> value, CodecSink sink) {
    PlainJson.write(value, sink);
  }

  @Override
  public Map<String, Object> read(CodecSource source) {
    if (source.kind() != CodecSource.Kind.MAP) {
      throw ScalarSpelling.mismatch(expected(), source);
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    if (PlainSource.valueOf(source) instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            Object plain = plain(value);
            if (plain != null) {
              entries.put((String) key, plain);
            }
          });
    }
    return Collections.unmodifiableMap(entries);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof BigInteger whole && whole.bitLength() < Long.SIZE) {
      return whole.longValue();
    }
    if (value instanceof String text) {
      return switch (text) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> text;
      };
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(plain(item)));
      return Collections.unmodifiableList(items);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      map.forEach((key, item) -> entries.put((String) key, plain(item)));
      return Collections.unmodifiableMap(entries);
    }
    return value;
  }

  @Override
  public String expected() {
    return "a map";
  }
}

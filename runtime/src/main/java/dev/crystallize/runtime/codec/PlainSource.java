package dev.crystallize.runtime.codec;

import dev.crystallize.runtime.config.SnakeCase;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain data: {@link String}, {@link Long}, {@link BigInteger}, {@link Double}, {@link
 * Boolean}, null, and lists and maps of them.
 */
final class PlainSource implements CodecSource {

  private final Deque<Iterator<?>> open = new ArrayDeque<>();
  private @Nullable Object value;

  PlainSource(@Nullable Object value) {
    this.value = value;
  }

  /** Plain data come from configurations. */
  @Override
  public String nameOf(String component) {
    return SnakeCase.of(component);
  }

  /** Reads a whole value, whatever it is. */
  static @Nullable Object valueOf(CodecSource source) {
    return switch (source.kind()) {
      case TEXT -> source.text();
      case WHOLE -> source.whole();
      case REAL -> source.real();
      case TRUTH -> source.truth();
      case NOTHING -> null;
      case LIST -> itemsOf(source);
      case MAP -> entriesOf(source);
    };
  }

  private static List<@Nullable Object> itemsOf(CodecSource source) {
    source.enter();
    List<@Nullable Object> items = new ArrayList<>();
    while (source.nextItem()) {
      items.add(valueOf(source));
    }
    return items;
  }

  private static Map<String, @Nullable Object> entriesOf(CodecSource source) {
    source.enter();
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (Optional<String> key = source.nextKey(); key.isPresent(); key = source.nextKey()) {
      if (entries.containsKey(key.get())) {
        throw CodecException.mismatch("a map", "one with '" + key.get() + "' twice");
      }
      entries.put(key.get(), valueOf(source));
    }
    return entries;
  }

  @Override
  public Kind kind() {
    if (value == null) {
      return Kind.NOTHING;
    }
    if (value instanceof String) {
      return Kind.TEXT;
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return Kind.WHOLE;
    }
    if (value instanceof Double) {
      return Kind.REAL;
    }
    if (value instanceof Boolean) {
      return Kind.TRUTH;
    }
    if (value instanceof List) {
      return Kind.LIST;
    }
    if (value instanceof Map) {
      return Kind.MAP;
    }
    throw new IllegalArgumentException("not plain data: " + value.getClass().getName());
  }

  @Override
  public String text() {
    return (String) there();
  }

  @Override
  public BigInteger whole() {
    return there() instanceof BigInteger big ? big : BigInteger.valueOf((Long) there());
  }

  @Override
  public double real() {
    return ((Number) there()).doubleValue();
  }

  @Override
  public float single() {
    return ((Number) there()).floatValue();
  }

  @Override
  public boolean truth() {
    return (Boolean) there();
  }

  @Override
  public void enter() {
    open.push(
        there() instanceof Map<?, ?> map
            ? map.entrySet().iterator()
            : ((List<?>) there()).iterator());
  }

  @Override
  public boolean nextItem() {
    Iterator<?> items = open.element();
    if (!items.hasNext()) {
      open.pop();
      return false;
    }
    value = items.next();
    return true;
  }

  @Override
  public Optional<String> nextKey() {
    Iterator<?> entries = open.element();
    if (!entries.hasNext()) {
      open.pop();
      return Optional.empty();
    }
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) entries.next();
    value = entry.getValue();
    return Optional.of((String) entry.getKey());
  }

  private Object there() {
    if (value == null) {
      throw new IllegalStateException("null has no content");
    }
    return value;
  }
}

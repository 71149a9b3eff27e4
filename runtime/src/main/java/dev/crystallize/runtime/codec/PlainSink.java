package dev.crystallize.runtime.codec;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects a value as plain data, in which numbers that are not finite stay numbers. */
final class PlainSink implements CodecSink {

  private final Deque<Consumer<@Nullable Object>> open = new ArrayDeque<>();
  private final List<@Nullable Object> result = new ArrayList<>();
  private String key = "";

  PlainSink() {
    open.push(result::add);
  }

  /** The value, which must be a map. */
  @SuppressWarnings("unchecked") // maps are only made here, with texts for keys
  Map<String, Object> map() {
    if (result.get(0) instanceof Map<?, ?> map) {
      return Collections.unmodifiableMap((Map<String, Object>) map);
    }
    throw new IllegalArgumentException("only a record or a map can be told as a map");
  }

  @Override
  public void text(String value) {
    add(value);
  }

  @Override
  public void whole(long value) {
    add(value);
  }

  @Override
  public void whole(BigInteger value) {
    add(value);
  }

  @Override
  public void real(double value) {
    add(value);
  }

  @Override
  public void real(float value) {
    add((double) value);
  }

  @Override
  public void truth(boolean value) {
    add(value);
  }

  @Override
  public void nothing() {
    add(null);
  }

  @Override
  public void beginList() {
    List<@Nullable Object> list = new ArrayList<>();
    add(Collections.unmodifiableList(list));
    open.push(list::add);
  }

  @Override
  public void endList() {
    open.pop();
  }

  @Override
  public void beginMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    add(Collections.unmodifiableMap(map));
    open.push(value -> map.put(key, value));
  }

  @Override
  public void key(String name) {
    key = name;
  }

  @Override
  public void endMap() {
    open.pop();
  }

  private void add(@Nullable Object value) {
    open.element().accept(value);
  }
}

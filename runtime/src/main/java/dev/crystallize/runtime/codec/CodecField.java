package dev.crystallize.runtime.codec;

import dev.crystallize.runtime.config.SnakeCase;
import java.util.function.Function;

/**
 * A component of a record, while its codec is put together.
 *
 * @param <V> the component's type
 */
public final class CodecField<V> {

  private final String name;
  private final int index;
  private final Spelling<V> spelling;
  private final Function<Object, V> getter;

  CodecField(String name, int index, Spelling<V> spelling, Function<Object, V> getter) {
    this.name = name;
    this.index = index;
    this.spelling = spelling;
    this.getter = getter;
  }

  /**
   * The component's name.
   *
   * @return the name, as it is spelt in JSON and YAML
   */
  public String name() {
    return name;
  }

  /** Whether a key means this component: its name, or that in snake_case. */
  boolean isSpelt(String key) {
    return key.equals(name) || key.equals(SnakeCase.of(name));
  }

  int index() {
    return index;
  }

  Spelling<V> spelling() {
    return spelling;
  }

  void write(Object record, CodecSink sink) {
    spelling.write(getter.apply(record), sink);
  }

  @Override
  public String toString() {
    return name;
  }
}

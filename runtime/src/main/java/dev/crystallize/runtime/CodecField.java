package dev.crystallize.runtime;

import java.util.function.Function;

/**
 * A component of a record, while its codec is put together.
 *
 * @param <V> the component's type
 */
public final class CodecField<V> {

  private final String name;
  private final int index;
  private final Codec<V> codec;
  private final Function<Object, V> getter;

  CodecField(String name, int index, Codec<V> codec, Function<Object, V> getter) {
    this.name = name;
    this.index = index;
    this.codec = codec;
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

  int index() {
    return index;
  }

  Codec<V> codec() {
    return codec;
  }

  void write(Object record, CodecSink sink) {
    codec.write(getter.apply(record), sink);
  }

  @Override
  public String toString() {
    return name;
  }
}

package dev.crystallize.runtime;

import java.util.Optional;

/**
 * Stands for a value that each task will have: a parameter, a datasource or an input. Made while a
 * node is built, and given to {@link Context#get(Slot)} while it runs.
 *
 * @param <T> the value's type
 */
public final class Slot<T> {

  private final String name;
  private final Optional<Codec<T>> codec;
  private final Optional<Object> defaultValue;

  private Slot(String name, Optional<Codec<T>> codec, Optional<Object> defaultValue) {
    this.name = name;
    this.codec = codec;
    this.defaultValue = defaultValue;
  }

  static <T> Slot<T> source(String alias) {
    return new Slot<>(alias, Optional.empty(), Optional.empty());
  }

  static <T> Slot<T> param(String key, Codec<T> codec, Optional<Object> defaultValue) {
    return new Slot<>(key, Optional.of(codec), defaultValue);
  }

  /**
   * The parameter's key or the datasource's alias.
   *
   * @return the name as in {@code config.yaml}
   */
  public String name() {
    return name;
  }

  /** How the value of a parameter is spelt; empty for datasources and inputs. */
  Optional<Codec<T>> codec() {
    return codec;
  }

  Optional<Object> defaultValue() {
    return defaultValue;
  }

  @Override
  public String toString() {
    return name;
  }
}

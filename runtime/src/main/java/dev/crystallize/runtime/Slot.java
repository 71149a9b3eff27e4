package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecException;
import java.util.Map;
import java.util.Optional;

/**
 * Stands for a value that each task will have: a parameter, a datasource, an input or a resource.
 * Made while a node is built, and given to {@link Context#get(Slot)} while it runs.
 *
 * @param <T> the value's type
 */
public final class Slot<T> {

  private final String name;
  private final Optional<Codec<T>> codec;
  private final Optional<Object> defaultValue;
  private final Optional<SharedResource<?>> resource;

  private Slot(
      String name,
      Optional<Codec<T>> codec,
      Optional<Object> defaultValue,
      Optional<SharedResource<?>> resource) {
    this.name = name;
    this.codec = codec;
    this.defaultValue = defaultValue;
    this.resource = resource;
  }

  static <T> Slot<T> source(String alias) {
    return new Slot<>(alias, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static <T> Slot<T> param(String key, Codec<T> codec, Optional<Object> defaultValue) {
    return new Slot<>(key, Optional.of(codec), defaultValue, Optional.empty());
  }

  static <T> Slot<T> resource(SharedResource<? extends T> resource) {
    return new Slot<>(resource.name(), Optional.empty(), Optional.empty(), Optional.of(resource));
  }

  /**
   * The parameter's key, the datasource's alias or the resource's name.
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

  /** The resource that it stands for, if it does. */
  Optional<SharedResource<?>> resource() {
    return resource;
  }

  /**
   * The value of a parameter.
   *
   * @param params the values in effect
   * @throws IllegalArgumentException if it stands for no parameter, or the value is none of it
   */
  T value(Map<String, Given> params) {
    Codec<T> spelling =
        codec.orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no parameter"));
    Given given = params.get(name);
    try {
      return spelling.fromValue(given == null ? null : given.value());
    } catch (CodecException e) {
      throw new IllegalArgumentException("'" + name + "': " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

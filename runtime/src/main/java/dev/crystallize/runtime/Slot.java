package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
  private final Optional<RawForm<?>> raw;
  private final UnaryOperator<Object> conversion;

  private Slot(
      String name,
      Optional<Codec<T>> codec,
      Optional<Object> defaultValue,
      Optional<SharedResource<?>> resource,
      Optional<RawForm<?>> raw,
      UnaryOperator<Object> conversion) {
    this.name = name;
    this.codec = codec;
    this.defaultValue = defaultValue;
    this.resource = resource;
    this.raw = raw;
    this.conversion = conversion;
  }

  private static <T> Slot<T> of(
      String name,
      Optional<Codec<T>> codec,
      Optional<Object> defaultValue,
      Optional<SharedResource<?>> resource) {
    return new Slot<>(
        name, codec, defaultValue, resource, Optional.empty(), UnaryOperator.identity());
  }

  static <T> Slot<T> source(String alias) {
    return of(alias, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** An artifact that is read past its loader. */
  static Slot<?> raw(String alias, RawForm<?> form) {
    return new Slot<>(
        alias,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(form),
        UnaryOperator.identity());
  }

  /** A datasource or input of which each value is converted. */
  static Slot<?> converted(String alias, UnaryOperator<Object> conversion) {
    return new Slot<>(
        alias, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), conversion);
  }

  static <T> Slot<T> param(String key, Codec<T> codec, Optional<Object> defaultValue) {
    return of(key, Optional.of(codec), defaultValue, Optional.empty());
  }

  static <T> Slot<T> resource(SharedResource<? extends T> resource) {
    return of(resource.name(), Optional.empty(), Optional.empty(), Optional.of(resource));
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

  /** The form in which an artifact is read past its loader, if it is. */
  Optional<RawForm<?>> raw() {
    return raw;
  }

  /** What the step gets of what the datasource or loader gave. */
  Object converted(Object value) {
    return conversion.apply(value);
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
      throw Secrets.misfit(name, e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

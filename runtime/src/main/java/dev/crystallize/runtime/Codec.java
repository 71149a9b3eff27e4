package dev.crystallize.runtime;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Skeleton: signatures that generated code calls. Constants and bodies to be filled in. */
public abstract class Codec<T> {
  public static final Codec<Boolean> BOOLEAN = null;
  // likewise BYTE SHORT INT LONG FLOAT DOUBLE CHAR STRING PATH, and
  // BOOLEAN_ARRAY BYTE_ARRAY SHORT_ARRAY INT_ARRAY LONG_ARRAY FLOAT_ARRAY DOUBLE_ARRAY CHAR_ARRAY

  public static <E extends Enum<E>> Codec<E> enumeration(Class<E> type) { return null; }
  public static <E> Codec<List<E>> list(Codec<E> element) { return null; }
  public static <E> Codec<Map<String, E>> map(Codec<E> value) { return null; }
  public static <E> Codec<Optional<E>> optional(Codec<E> value) { return null; }
  public static <E> Codec<E[]> array(Codec<E> element, IntFunction<E[]> newArray) { return null; }
  /** Codec.record("Table", fields -> { var names = fields.add("names", Codec.list(Codec.STRING), Table::names); return in -> new Table(in.get(names)); }) */
  public static <R> Codec<R> record(String name, Function<CodecFields<R>, Function<CodecValues, R>> fields) { return null; }
  /** A sealed interface: {"type": "circle", ...fields}. */
  public static <S> Codec<S> sealed(String name, List<CodecVariant<? extends S>> variants) { return null; }
  /** Delays a codec that refers to itself. */
  public static <T> Codec<T> lazy(Supplier<Codec<T>> codec) { return null; }

  final T readJson(InputStream in) throws Exception { throw new UnsupportedOperationException(); }
  final void writeJson(T value, OutputStream out) throws Exception { throw new UnsupportedOperationException(); }
  /** From plain YAML data: String, Long, BigInteger, Double, Boolean, List, Map. */
  final T fromValue(Object value) { throw new UnsupportedOperationException(); }
  /** As a map in order, for the findings of verifiers that return records. */
  public final Map<String, Object> toMap(T value) { throw new UnsupportedOperationException(); }
}

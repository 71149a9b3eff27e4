package dev.crystallize.runtime.codec;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a value is spelt in JSON and in {@code config.yaml}. Generated code puts codecs together for
 * parameters and for artifacts without a writer of their own.
 *
 * <p>Reading is strict. An enum constant is spelt exactly or in lower snake_case; a text takes only
 * texts; a whole number has no fraction and fits its type; a floating-point number may be written
 * whole, and as one of the texts {@code NaN}, {@code Infinity} and {@code -Infinity}. A record has
 * each of its components once and nothing else; only an {@link Optional} may be left out. An error
 * names the place, such as {@code Table.rows[3][1]}.
 *
 * <p>Equal values are written as equal bytes: a map is always written in the order of its keys, and
 * numbers are spelt the same way on every JDK.
 *
 * @param <T> the value's type
 */
public final class Codec<T> {

  /** A truth value. */
  public static final Codec<Boolean> BOOLEAN = new Codec<>(ScalarSpelling.BOOLEAN);

  /** A whole number from -128 to 127. */
  public static final Codec<Byte> BYTE = new Codec<>(ScalarSpelling.BYTE);

  /** A whole number of 16 bits. */
  public static final Codec<Short> SHORT = new Codec<>(ScalarSpelling.SHORT);

  /** A whole number of 32 bits. */
  public static final Codec<Integer> INT = new Codec<>(ScalarSpelling.INT);

  /** A whole number of 64 bits. */
  public static final Codec<Long> LONG = new Codec<>(ScalarSpelling.LONG);

  /** A floating-point number of 32 bits. */
  public static final Codec<Float> FLOAT = new Codec<>(ScalarSpelling.FLOAT);

  /** A floating-point number of 64 bits. */
  public static final Codec<Double> DOUBLE = new Codec<>(ScalarSpelling.DOUBLE);

  /** A text of one UTF-16 unit. */
  public static final Codec<Character> CHAR = new Codec<>(ScalarSpelling.CHAR);

  /** A text. */
  public static final Codec<String> STRING = new Codec<>(ScalarSpelling.STRING);

  /** A file or folder, relative to the working directory. */
  public static final Codec<Path> PATH = new Codec<>(ScalarSpelling.PATH);

  /** A list of truth values. */
  public static final Codec<boolean[]> BOOLEAN_ARRAY = new Codec<>(PrimitiveArraySpelling.BOOLEAN);

  /** A list of whole numbers. */
  public static final Codec<byte[]> BYTE_ARRAY = new Codec<>(PrimitiveArraySpelling.BYTE);

  /** A list of whole numbers. */
  public static final Codec<short[]> SHORT_ARRAY = new Codec<>(PrimitiveArraySpelling.SHORT);

  /** A list of whole numbers. */
  public static final Codec<int[]> INT_ARRAY = new Codec<>(PrimitiveArraySpelling.INT);

  /** A list of whole numbers. */
  public static final Codec<long[]> LONG_ARRAY = new Codec<>(PrimitiveArraySpelling.LONG);

  /** A list of floating-point numbers. */
  public static final Codec<float[]> FLOAT_ARRAY = new Codec<>(PrimitiveArraySpelling.FLOAT);

  /** A list of floating-point numbers. */
  public static final Codec<double[]> DOUBLE_ARRAY = new Codec<>(PrimitiveArraySpelling.DOUBLE);

  /** A list of texts of one UTF-16 unit each. */
  public static final Codec<char[]> CHAR_ARRAY = new Codec<>(PrimitiveArraySpelling.CHAR);

  private final Spelling<T> spelling;

  private Codec(Spelling<T> spelling) {
    this.spelling = spelling;
  }

  /**
   * A constant of an enum.
   *
   * @param type the enum
   * @param <E> the enum
   * @return the codec
   */
  public static <E extends Enum<E>> Codec<E> enumeration(Class<E> type) {
    return new Codec<>(ScalarSpelling.constants(type));
  }

  /**
   * A list, read as an unmodifiable one.
   *
   * @param element the codec of its elements
   * @param <E> the type of its elements
   * @return the codec
   */
  public static <E> Codec<List<E>> list(Codec<E> element) {
    return new Codec<>(new ListSpelling<>(element.spelling));
  }

  /**
   * A map, written in the order of its keys and read as an unmodifiable one.
   *
   * @param value the codec of its values
   * @param <E> the type of its values
   * @return the codec
   */
  public static <E> Codec<Map<String, E>> map(Codec<E> value) {
    return new Codec<>(new MapSpelling<>(value.spelling, true));
  }

  /**
   * A map whose order counts: it is written and read in its own.
   *
   * @param value the codec of its values
   * @param <E> the type of its values
   * @return the codec
   */
  public static <E> Codec<Map<String, E>> orderedMap(Codec<E> value) {
    return new Codec<>(new MapSpelling<>(value.spelling, false));
  }

  /**
   * Whatever JSON can hold, by name.
   *
   * @return the codec
   */
  public static Codec<Map<String, Object>> plain() {
    return new Codec<>(new PlainSpelling());
  }

  /**
   * A value that is spelt as another one.
   *
   * @param expected what it looks like, in words
   * @param to gives what is written
   * @param from gives the value again; an {@link IllegalArgumentException} or {@link
   *     java.time.DateTimeException} says that it is none
   * @param <R> the type of the value
   * @return the codec
   */
  public <R> Codec<R> as(
      String expected, Function<? super R, ? extends T> to, Function<? super T, ? extends R> from) {
    return new Codec<>(new MappedSpelling<>(spelling, expected, to, from));
  }

  /**
   * A value or null. Where the value itself may be null, as in an optional optional, it is put into
   * a list of one.
   *
   * @param value the codec of the value
   * @param <E> the type of the value
   * @return the codec
   */
  public static <E> Codec<Optional<E>> optional(Codec<E> value) {
    return new Codec<>(new OptionalSpelling<>(value.spelling));
  }

  /**
   * An array of objects.
   *
   * @param element the codec of its elements
   * @param newArray makes an array of a length
   * @param <E> the type of its elements
   * @return the codec
   */
  public static <E> Codec<E[]> array(Codec<E> element, IntFunction<E[]> newArray) {
    return new Codec<>(new ArraySpelling<>(element.spelling, newArray));
  }

  /**
   * A record, as a map of its components in order.
   *
   * <pre>{@code
   * Codec<Table> table = Codec.record("Table", fields -> {
   *   var names = fields.add("names", Codec.list(Codec.STRING), Table::names);
   *   return in -> new Table(in.get(names));
   * });
   * }</pre>
   *
   * @param name the record's simple name, for errors
   * @param fields adds the components and returns the function that makes a record of them
   * @param <R> the record
   * @return the codec
   */
  public static <R> Codec<R> record(
      String name, Function<CodecFields<R>, Function<CodecValues, R>> fields) {
    CodecFields<R> collected = new CodecFields<>();
    Function<CodecValues, R> constructor = fields.apply(collected);
    return new Codec<>(new RecordSpelling<>(name, collected.fields(), constructor));
  }

  /**
   * A sealed interface of records: the record's map with one more entry before the others, {@code
   * type}. If one of the records has a component of that name, the entry is {@code _type}.
   *
   * @param name the interface's simple name, for errors
   * @param variants its records
   * @param <S> the interface
   * @return the codec
   */
  public static <S> Codec<S> sealed(String name, List<CodecVariant<? extends S>> variants) {
    return new Codec<>(new SealedSpelling<>(name, variants));
  }

  /**
   * Delays a codec that refers to itself.
   *
   * @param codec asked for at every use
   * @param <T> the value's type
   * @return the codec
   */
  public static <T> Codec<T> lazy(Supplier<Codec<T>> codec) {
    return new Codec<>(new LazySpelling<>(codec));
  }

  /**
   * A record as a map in order, as the findings of a verifier are told.
   *
   * @param value the record
   * @return its components: texts, {@code Long}, {@code Double}, {@code Boolean}, lists and maps
   * @throws IllegalArgumentException if the value is no map to this codec
   */
  public Map<String, Object> toMap(T value) {
    PlainSink sink = new PlainSink();
    spelling.write(value, sink);
    return sink.map();
  }

  /**
   * The form that is written.
   *
   * @return a text for people and for comparing: equal forms read each other's values
   */
  public String shape() {
    return spelling.shape();
  }

  /**
   * Whether nothing is a value, as it is for an {@link Optional}.
   *
   * @return whether null can be read
   */
  public boolean acceptsNull() {
    return spelling.acceptsNull();
  }

  Spelling<T> spelling() {
    return spelling;
  }

  /**
   * Reads a value from JSON.
   *
   * @param in UTF-8; closed at the end
   * @return the value
   * @throws CodecException if there is no JSON, or JSON that does not spell such a value
   */
  public T readJson(InputStream in) {
    return read(new JsonSource(in));
  }

  /**
   * Like {@link #readJson}, with NaN and Infinity as Python writes them, which is no JSON.
   *
   * @param in UTF-8; closed at the end
   * @return the value
   * @throws CodecException if there is no JSON, or JSON that does not spell such a value
   */
  public T readPythonJson(InputStream in) {
    return read(JsonSource.ofPython(in));
  }

  private T read(JsonSource json) {
    try (json) {
      T value = spelling.read(json);
      json.end();
      return value;
    } catch (CodecException e) {
      throw e.inside(spelling.name());
    }
  }

  /**
   * Reads a JSON text.
   *
   * @param json the text
   * @return the value
   * @throws IllegalArgumentException if the text is none of this form, with the place in it
   */
  public T parse(String json) {
    try {
      return readJson(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    } catch (CodecException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Makes a JSON text.
   *
   * @param value the value
   * @return one line without an end
   */
  public String json(T value) {
    return PlainJson.written(sink -> spelling.write(value, sink));
  }

  /**
   * Writes a value as JSON, in UTF-8.
   *
   * @param value the value
   * @param out where to; closed at the end
   */
  public void writeJson(T value, OutputStream out) {
    try (JsonSink sink = new JsonSink(out)) {
      spelling.write(value, sink);
    }
  }

  /**
   * A value from plain data, as {@code config.yaml} holds it.
   *
   * @param value texts, numbers, truth values, lists and maps; null for nothing
   * @return the value
   * @throws CodecException if the data do not spell such a value
   */
  public T fromValue(@Nullable Object value) {
    return spelling.read(new PlainSource(value));
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.config.SnakeCase;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A single text, number or truth value. */
final class ScalarSpelling<T> implements Spelling<T> {

  static final Spelling<Boolean> BOOLEAN =
      new ScalarSpelling<>(
          "true or false", ScalarSpelling::truth, (value, sink) -> sink.truth(value));

  static final Spelling<Byte> BYTE =
      whole("a whole number from -128 to 127", BigInteger::byteValueExact);

  static final Spelling<Short> SHORT =
      whole("a whole number from -32768 to 32767", BigInteger::shortValueExact);

  static final Spelling<Integer> INT =
      whole("a whole number of 32 bits", BigInteger::intValueExact);

  static final Spelling<Long> LONG = whole("a whole number of 64 bits", BigInteger::longValueExact);

  static final Spelling<Float> FLOAT =
      new ScalarSpelling<>("a number", ScalarSpelling::single, (value, sink) -> sink.real(value));

  static final Spelling<Double> DOUBLE =
      new ScalarSpelling<>("a number", ScalarSpelling::real, (value, sink) -> sink.real(value));

  static final Spelling<String> STRING =
      new ScalarSpelling<>("a text", ScalarSpelling::text, (value, sink) -> sink.text(value));

  static final Spelling<Character> CHAR =
      new ScalarSpelling<>(
          "a single character", ScalarSpelling::character, (value, sink) -> sink.text(value + ""));

  static final Spelling<Path> PATH =
      new ScalarSpelling<>(
          "a path", ScalarSpelling::path, (value, sink) -> sink.text(value.toString()));

  private final String expected;
  private final Function<CodecSource, T> reader;
  private final BiConsumer<T, CodecSink> writer;

  private ScalarSpelling(
      String expected, Function<CodecSource, T> reader, BiConsumer<T, CodecSink> writer) {
    this.expected = expected;
    this.reader = reader;
    this.writer = writer;
  }

  static <E extends Enum<E>> Spelling<E> constants(Class<E> type) {
    E[] constants = type.getEnumConstants();
    String expected =
        Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
    return new ScalarSpelling<>(
        expected,
        source -> constant(source, constants, expected),
        (value, sink) -> sink.text(value.name()));
  }

  private static <N extends Number> Spelling<N> whole(
      String expected, Function<BigInteger, N> narrow) {
    return new ScalarSpelling<>(
        expected,
        source -> {
          if (source.kind() != CodecSource.Kind.WHOLE) {
            throw mismatch(expected, source);
          }
          try {
            return narrow.apply(source.whole());
          } catch (ArithmeticException e) {
            throw mismatch(expected, source);
          }
        },
        (value, sink) -> sink.whole(value.longValue()));
  }

  private static boolean truth(CodecSource source) {
    if (source.kind() != CodecSource.Kind.TRUTH) {
      throw mismatch("true or false", source);
    }
    return source.truth();
  }

  static double real(CodecSource source) {
    return switch (source.kind()) {
      case REAL -> source.real();
      case WHOLE -> {
        double value = source.real();
        if (Double.isInfinite(value)) {
          throw mismatch("a number of 64 bits", source);
        }
        yield value;
      }
      default -> nonFinite(source);
    };
  }

  static float single(CodecSource source) {
    return switch (source.kind()) {
      case REAL, WHOLE -> {
        float value = source.single();
        if (Float.isInfinite(value) && !Double.isInfinite(source.real())) {
          throw mismatch("a number of 32 bits", source);
        }
        yield value;
      }
      default -> (float) nonFinite(source);
    };
  }

  private static double nonFinite(CodecSource source) {
    String text = source.kind() == CodecSource.Kind.TEXT ? source.text() : "";
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw mismatch("a number", source);
    };
  }

  private static String text(CodecSource source) {
    return text("a text", source);
  }

  private static String text(String expected, CodecSource source) {
    if (source.kind() != CodecSource.Kind.TEXT) {
      throw mismatch(expected, source);
    }
    return source.text();
  }

  private static char character(CodecSource source) {
    String text = text("a single character", source);
    if (text.length() != 1) {
      throw mismatch("a single character", source);
    }
    return text.charAt(0);
  }

  private static Path path(CodecSource source) {
    try {
      return Path.of(text("a path", source));
    } catch (InvalidPathException e) {
      throw mismatch("a path", source);
    }
  }

  private static <E extends Enum<E>> E constant(
      CodecSource source, E[] constants, String expected) {
    String text = text(expected, source);
    for (E constant : constants) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    for (E constant : constants) {
      if (SnakeCase.of(constant.name()).equals(text)) {
        return constant;
      }
    }
    throw mismatch(expected, source);
  }

  static CodecException mismatch(String expected, CodecSource source) {
    String found =
        switch (source.kind()) {
          case TEXT -> "the text '" + source.text() + "'";
          case WHOLE -> source.whole().toString();
          case REAL -> Double.toString(source.real());
          case TRUTH -> Boolean.toString(source.truth());
          case LIST -> "a list";
          case MAP -> "a map";
          case NOTHING -> "null";
        };
    return CodecException.mismatch(expected, found);
  }

  @Override
  public void write(T value, CodecSink sink) {
    writer.accept(value, sink);
  }

  @Override
  public T read(CodecSource source) {
    return reader.apply(source);
  }

  @Override
  public String expected() {
    return expected;
  }
}

package dev.crystallize.runtime.codec;

import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestion;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A single text, number or truth value. */
final class ScalarSpelling<T> implements Spelling<T> {

  private static final String ONE_CHARACTER = "one character in quotes";
  private static final String A_PATH = "a path (text)";

  static final Spelling<Boolean> BOOLEAN =
      new ScalarSpelling<>(
          "true or false", ScalarSpelling::truth, (value, sink) -> sink.truth(value));

  static final Spelling<Byte> BYTE = whole(Byte.SIZE, BigInteger::byteValueExact);

  static final Spelling<Short> SHORT = whole(Short.SIZE, BigInteger::shortValueExact);

  static final Spelling<Integer> INT = whole(Integer.SIZE, BigInteger::intValueExact);

  static final Spelling<Long> LONG = whole(Long.SIZE, BigInteger::longValueExact);

  static final Spelling<Float> FLOAT =
      new ScalarSpelling<>("a number", ScalarSpelling::single, (value, sink) -> sink.real(value));

  static final Spelling<Double> DOUBLE =
      new ScalarSpelling<>("a number", ScalarSpelling::real, (value, sink) -> sink.real(value));

  static final Spelling<String> STRING =
      new ScalarSpelling<>("a text", ScalarSpelling::text, (value, sink) -> sink.text(value));

  static final Spelling<Character> CHAR =
      new ScalarSpelling<>(
          ONE_CHARACTER, ScalarSpelling::character, (value, sink) -> sink.text(value + ""));

  static final Spelling<Path> PATH =
      new ScalarSpelling<>(
          A_PATH, ScalarSpelling::path, (value, sink) -> sink.text(value.toString()));

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
    List<String> spellings =
        Arrays.stream(constants).map(constant -> SnakeCase.of(constant.name())).toList();
    String expected = "one of " + Suggestion.listed(spellings);
    return new ScalarSpelling<>(
        expected,
        source -> constant(source, constants, expected),
        (value, sink) -> sink.text(value.name()));
  }

  private static <N extends Number> Spelling<N> whole(int bits, Function<BigInteger, N> narrow) {
    BigInteger limit = BigInteger.ONE.shiftLeft(bits - 1);
    String range = "a whole number from -" + limit + " to " + limit.subtract(BigInteger.ONE);
    return new ScalarSpelling<>(
        "a whole number",
        source -> {
          if (source.kind() != CodecSource.Kind.WHOLE) {
            throw mismatch("a whole number", source);
          }
          try {
            return narrow.apply(source.whole());
          } catch (ArithmeticException e) {
            throw mismatch(range, source);
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
    return switch (source.kind()) {
      case WHOLE, REAL, TRUTH -> throw mismatch("a text, so write it in quotes", source);
      default -> text("a text", source);
    };
  }

  private static String text(String expected, CodecSource source) {
    if (source.kind() != CodecSource.Kind.TEXT) {
      throw mismatch(expected, source);
    }
    return source.text();
  }

  private static char character(CodecSource source) {
    String text = text(ONE_CHARACTER, source);
    if (text.length() != 1) {
      throw mismatch(ONE_CHARACTER, source);
    }
    return text.charAt(0);
  }

  private static Path path(CodecSource source) {
    try {
      return Path.of(text(A_PATH, source));
    } catch (InvalidPathException e) {
      throw mismatch(A_PATH, source);
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
          case TEXT -> '"' + source.text() + '"';
          case WHOLE -> source.whole().toString();
          case REAL -> Double.toString(source.real());
          case TRUTH -> Boolean.toString(source.truth());
          case LIST -> "a list";
          case MAP -> "a map";
          case NOTHING -> "nothing";
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

package dev.crystallize.runtime.codec;

import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestion;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A single text, number or truth value.
 *
 * <p>All of them are made when the first node is, so they are plain classes: a lambda takes several
 * times as long to begin with.
 */
abstract class ScalarSpelling<T> implements Spelling<T> {

  private static final String ONE_CHARACTER = "one character in quotes";
  private static final String A_PATH = "a path (text)";

  static final Spelling<Boolean> BOOLEAN =
      new ScalarSpelling<>("true or false") {
        @Override
        public Boolean read(CodecSource source) {
          return truth(source);
        }

        @Override
        public void write(Boolean value, CodecSink sink) {
          sink.truth(value);
        }
      };

  static final Spelling<Byte> BYTE =
      new Whole<>(Byte.SIZE) {
        @Override
        Byte narrow(BigInteger value) {
          return value.byteValueExact();
        }
      };

  static final Spelling<Short> SHORT =
      new Whole<>(Short.SIZE) {
        @Override
        Short narrow(BigInteger value) {
          return value.shortValueExact();
        }
      };

  static final Spelling<Integer> INT =
      new Whole<>(Integer.SIZE) {
        @Override
        Integer narrow(BigInteger value) {
          return value.intValueExact();
        }
      };

  static final Spelling<Long> LONG =
      new Whole<>(Long.SIZE) {
        @Override
        Long narrow(BigInteger value) {
          return value.longValueExact();
        }
      };

  static final Spelling<Float> FLOAT =
      new ScalarSpelling<>("a number") {
        @Override
        public Float read(CodecSource source) {
          return single(source);
        }

        @Override
        public void write(Float value, CodecSink sink) {
          sink.real(value);
        }
      };

  static final Spelling<Double> DOUBLE =
      new ScalarSpelling<>("a number") {
        @Override
        public Double read(CodecSource source) {
          return real(source);
        }

        @Override
        public void write(Double value, CodecSink sink) {
          sink.real(value);
        }
      };

  static final Spelling<String> STRING =
      new ScalarSpelling<>("a text") {
        @Override
        public String read(CodecSource source) {
          return text(source);
        }

        @Override
        public void write(String value, CodecSink sink) {
          sink.text(value);
        }
      };

  static final Spelling<Character> CHAR =
      new ScalarSpelling<>(ONE_CHARACTER) {
        @Override
        public Character read(CodecSource source) {
          return character(source);
        }

        @Override
        public void write(Character value, CodecSink sink) {
          sink.text(value.toString());
        }
      };

  static final Spelling<Path> PATH =
      new ScalarSpelling<>(A_PATH) {
        @Override
        public Path read(CodecSource source) {
          return path(source);
        }

        @Override
        public void write(Path value, CodecSink sink) {
          sink.text(value.toString());
        }
      };

  private final String expected;

  private ScalarSpelling(String expected) {
    this.expected = expected;
  }

  static <E extends Enum<E>> Spelling<E> constants(Class<E> type) {
    E[] constants = type.getEnumConstants();
    List<String> spellings =
        Arrays.stream(constants).map(constant -> SnakeCase.of(constant.name())).toList();
    return new ScalarSpelling<>("one of " + Suggestion.listed(spellings)) {
      @Override
      public E read(CodecSource source) {
        return constant(source, constants, expected());
      }

      @Override
      public void write(E value, CodecSink sink) {
        sink.text(value.name());
      }
    };
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
  public String expected() {
    return expected;
  }

  /** A whole number of so many bits. */
  private abstract static class Whole<N extends Number> extends ScalarSpelling<N> {

    private final int bits;

    Whole(int bits) {
      super("a whole number");
      this.bits = bits;
    }

    /** The number, or an {@link ArithmeticException} if it is too large. */
    abstract N narrow(BigInteger value);

    @Override
    public N read(CodecSource source) {
      if (source.kind() != CodecSource.Kind.WHOLE) {
        throw mismatch(expected(), source);
      }
      try {
        return narrow(source.whole());
      } catch (ArithmeticException e) {
        BigInteger limit = BigInteger.ONE.shiftLeft(bits - 1);
        throw mismatch(
            "a whole number from -" + limit + " to " + limit.subtract(BigInteger.ONE), source);
      }
    }

    @Override
    public void write(N value, CodecSink sink) {
      sink.whole(value.longValue());
    }
  }
}

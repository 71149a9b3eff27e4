package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.runtime.config.Value;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/** Whether a value of YAML is one of a primitive, a box or a text. */
final class ScalarFit {

  private static final Set<String> NON_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private ScalarFit() {}

  /** Returns the value if it does not fit: integers take no fraction, texts only texts. */
  static Optional<Misfit> misfit(Value value, CodecModel.Scalar scalar) {
    return switch (scalar.kind()) {
      case BOOLEAN -> when(!(value instanceof Value.Truth), value, "true or false");
      case STRING -> text(value);
      case CHAR -> character(value);
      case FLOAT -> real(value, Float.SIZE);
      case DOUBLE -> real(value, Double.SIZE);
      case BYTE -> whole(value, Byte.SIZE);
      case SHORT -> whole(value, Short.SIZE);
      case INT -> whole(value, Integer.SIZE);
      case LONG -> whole(value, Long.SIZE);
    };
  }

  private static Optional<Misfit> text(Value value) {
    boolean scalar =
        value instanceof Value.Whole || value instanceof Value.Real || value instanceof Value.Truth;
    return when(
        !(value instanceof Value.Text), value, scalar ? "a text, so write it in quotes" : "a text");
  }

  private static Optional<Misfit> character(Value value) {
    boolean one = value instanceof Value.Text text && text.text().length() == 1;
    return when(!one, value, "one character in quotes");
  }

  private static Optional<Misfit> real(Value value, int bits) {
    if (value instanceof Value.Text text && NON_FINITE.contains(text.text())) {
      return Optional.empty();
    }
    if (value instanceof Value.Whole whole) {
      return when(isTooLarge(whole.number(), bits), value, "a number of " + bits + " bits");
    }
    if (value instanceof Value.Real real) {
      boolean tooLarge = !Double.isInfinite(real.number()) && isTooLarge(real.number(), bits);
      return when(tooLarge, value, "a number of " + bits + " bits");
    }
    return when(true, value, "a number");
  }

  private static boolean isTooLarge(Number number, int bits) {
    return bits == Float.SIZE
        ? Float.isInfinite(number.floatValue())
        : Double.isInfinite(number.doubleValue());
  }

  private static Optional<Misfit> whole(Value value, int bits) {
    if (!(value instanceof Value.Whole whole)) {
      return when(true, value, "a whole number");
    }
    BigInteger limit = BigInteger.ONE.shiftLeft(bits - 1);
    return when(
        whole.number().bitLength() >= bits,
        value,
        "a whole number from -" + limit + " to " + limit.subtract(BigInteger.ONE));
  }

  private static Optional<Misfit> when(boolean wrong, Value value, String expected) {
    return wrong
        ? Optional.of(new Misfit(value.place(), expected, ValueText.of(value)))
        : Optional.empty();
  }
}

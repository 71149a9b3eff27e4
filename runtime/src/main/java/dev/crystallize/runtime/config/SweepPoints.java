package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.SweepAxis.Listed;
import dev.crystallize.runtime.config.SweepAxis.Range;
import dev.crystallize.runtime.config.SweepAxis.Scale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.io.NumberOutput;

/**
 * Computes the values of one key of {@code sweep}. The arithmetic is that of decimal numbers, so
 * that 0.1 to 0.3 passes through 0.2 on every machine.
 */
final class SweepPoints {

  /** Powers are rounded to this, or 0.001 to 1 would pass through 0.009999999999999998. */
  private static final MathContext POWER = new MathContext(14);

  private SweepPoints() {}

  static List<Value> of(SweepAxis axis) {
    if (axis.points() instanceof Listed listed) {
      return listed.values();
    }
    Range range = (Range) axis.points();
    List<BigDecimal> numbers =
        range.scale().map(Located::value).equals(Optional.of(Scale.LOG))
            ? logarithmic(range)
            : linear(range);
    boolean whole =
        range.from() instanceof Value.Whole
            && range.to() instanceof Value.Whole
            && numbers.stream().allMatch(SweepPoints::isWhole);
    List<Value> values = new ArrayList<>(numbers.size());
    for (BigDecimal number : numbers) {
      values.add(
          whole
              ? new Value.Whole(range.place(), number.toBigIntegerExact())
              : new Value.Real(range.place(), number.doubleValue()));
    }
    return values;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static List<BigDecimal> linear(Range range) {
    BigDecimal from = number(range.from());
    BigDecimal to = number(range.to());
    int last = range.count().value() - 1;
    // Enough digits that a whole number is found to be whole, however long the ends are.
    BigDecimal span = to.subtract(from);
    MathContext digits = new MathContext(span.precision() + MathContext.DECIMAL128.getPrecision());
    List<BigDecimal> numbers = new ArrayList<>(last + 1);
    for (int i = 0; i <= last; i++) {
      BigDecimal offset =
          span.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(last), digits);
      numbers.add(from.add(offset));
    }
    return numbers;
  }

  private static List<BigDecimal> logarithmic(Range range) {
    BigDecimal from = number(range.from());
    BigDecimal to = number(range.to());
    int last = range.count().value() - 1;
    List<BigDecimal> numbers = new ArrayList<>(last + 1);
    numbers.add(from);
    for (int i = 1; i < last; i++) {
      double share = (double) i / last;
      double number =
          StrictMath.pow(from.doubleValue(), 1 - share) * StrictMath.pow(to.doubleValue(), share);
      numbers.add(new BigDecimal(number).round(POWER));
    }
    numbers.add(to);
    return numbers;
  }

  /** Returns a finite number as it is written, digit by digit. */
  static BigDecimal number(Value value) {
    if (value instanceof Value.Whole whole) {
      return new BigDecimal(whole.number());
    }
    // The JDK spells some numbers otherwise from one version to the next.
    return new BigDecimal(NumberOutput.toString(((Value.Real) value).number(), true));
  }

  /** Returns in how many treatments some keys result, however many these are. */
  static BigInteger combinations(List<SweepAxis> axes) {
    return axes.stream()
        .map(axis -> BigInteger.valueOf(axis.size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}

package dev.crystallize.runtime.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of a parameter as YAML states it: plain data that knows where it stands. */
public sealed interface Value {

  /** Returns where the value starts. */
  Place place();

  /**
   * Returns the value without places: a {@link String}, {@link Long}, {@link BigInteger} (only
   * beyond the range of a long), {@link Double}, {@link Boolean}, {@code null}, or an unmodifiable
   * {@link List} or {@link Map} (in the order of the file) of such values.
   */
  @Nullable Object toJava();

  /** A null: {@code null}, {@code ~}, or nothing at all. */
  record Null(Place place) implements Value {
    @Override
    public @Nullable Object toJava() {
      return null;
    }
  }

  /** A string. */
  record Text(Place place, String text) implements Value {
    @Override
    public Object toJava() {
      return text;
    }
  }

  /** A whole number of any size. */
  record Whole(Place place, BigInteger number) implements Value {
    private static final int LONG_BITS = 63;

    @Override
    public Object toJava() {
      if (number.bitLength() <= LONG_BITS) {
        return number.longValue();
      }
      return number;
    }
  }

  /** A number with a fraction or an exponent, an infinity, or not a number. */
  record Real(Place place, double number) implements Value {
    @Override
    public Object toJava() {
      return number;
    }
  }

  /** True or false. */
  record Truth(Place place, boolean truth) implements Value {
    @Override
    public Object toJava() {
      return truth;
    }
  }

  /** A list. */
  record Items(Place place, List<Value> items) implements Value {
    /** Copies the items. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Object toJava() {
      List<@Nullable Object> result = new ArrayList<>(items.size());
      for (Value item : items) {
        result.add(item.toJava());
      }
      return Collections.unmodifiableList(result);
    }
  }

  /** A map; its keys are distinct. */
  record Fields(Place place, List<Setting> fields) implements Value {
    /** Copies the fields. */
    public Fields {
      fields = List.copyOf(fields);
    }

    @Override
    public Object toJava() {
      return Setting.toJava(fields);
    }
  }
}

package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/**
 * One key of {@code sweep} and the values it takes.
 *
 * @param key the name of the parameter
 * @param points its values
 */
public record SweepAxis(Located<String> key, Points points) {

  /** Returns how many values it takes. */
  int size() {
    return points instanceof Range range
        ? range.count().value()
        : ((Listed) points).values().size();
  }

  /** How the values are given. */
  public sealed interface Points {}

  /** One by one; not empty. */
  public record Listed(List<Value> values) implements Points {
    /** Copies the values. */
    public Listed {
      values = List.copyOf(values);
    }
  }

  /**
   * Evenly between two ends, which are included.
   *
   * @param place where the range starts
   * @param from the first value, a finite number
   * @param to the last value, a finite number
   * @param count how many values; at least 2
   * @param scale how they are spaced, linearly if it is not given
   */
  public record Range(
      Place place, Value from, Value to, Located<Integer> count, Optional<Located<Scale>> scale)
      implements Points {}

  /** How the values of a range are spaced. */
  public enum Scale {
    /** By equal differences. */
    LINEAR,
    /** By equal ratios; both ends are positive. */
    LOG
  }
}

package dev.crystallize.runtime;

import java.util.List;

/**
 * A curve that one task recorded.
 *
 * @param steps where on the curve each value stands, ascending
 * @param values the values
 */
public record Series(List<Long> steps, List<Double> values) {

  /** Copies the lists. */
  public Series {
    steps = List.copyOf(steps);
    values = List.copyOf(values);
  }
}

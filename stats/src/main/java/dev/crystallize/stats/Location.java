package dev.crystallize.stats;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;

/** What a sample is summed up by. */
public enum Location {
  /** The arithmetic mean. */
  MEAN,
  /** The value in the middle; between two, their mean. */
  MEDIAN;

  double of(double[] values) {
    return switch (this) {
      case MEAN -> Mean.of(values).getAsDouble();
      case MEDIAN -> Median.withDefaults().withCopy(true).evaluate(values);
    };
  }
}

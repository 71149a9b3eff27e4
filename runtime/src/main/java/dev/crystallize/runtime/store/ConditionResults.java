package dev.crystallize.runtime.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the replicates of one condition measured. */
public interface ConditionResults {

  /** How many replicates the condition has. */
  int replicates();

  /** Whether a replicate was committed. */
  boolean committed(int replicate);

  /** Whether every replicate was committed. */
  boolean complete();

  /**
   * The metrics' names, in the order in which the lowest replicates recorded them, whatever order
   * the tasks ended in.
   */
  List<String> metrics();

  /**
   * The value of a metric; empty if the replicate was not committed or did not record it. A value
   * may be NaN.
   */
  OptionalDouble value(String metric, int replicate);

  /** The series' names, in the same order as the metrics'. */
  List<String> series();

  /** A series of one replicate; empty if it recorded none of that name. */
  Optional<MetricSeries> series(String name, int replicate);
}

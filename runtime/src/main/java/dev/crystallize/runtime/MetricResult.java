package dev.crystallize.runtime;

import java.util.function.Function;

/** A metric of an experiment, in all its conditions. */
public final class MetricResult {

  private final String name;
  private final Function<String, MetricSummary> summaries;

  MetricResult(String name, Function<String, MetricSummary> summaries) {
    this.name = name;
    this.summaries = summaries;
  }

  /**
   * The metric's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The metric in one condition. A treatment that the experiment does not run, since neither it nor
   * what it depends on defines it, is its baseline.
   *
   * @param condition {@code baseline} or a treatment of the run
   * @return the values and what they say
   * @throws IllegalArgumentException if the run had no such condition, with the nearest one
   */
  public MetricSummary in(String condition) {
    return summaries.apply(condition);
  }
}

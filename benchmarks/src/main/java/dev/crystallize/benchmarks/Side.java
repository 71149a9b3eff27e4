package dev.crystallize.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * One of several ways to do the same.
 *
 * @param name what it is
 * @param measure does it once and tells the cost of one unit
 */
record Side(String name, Callable<Cost> measure) {

  /**
   * Work in this process.
   *
   * @param name what it is
   * @param units how many tasks one round does; figures are told for one of them
   * @param work one round
   */
  static Side of(String name, int units, Work work) {
    return new Side(name, () -> Cost.of(work).per(units));
  }

  /** A program that must succeed, as a whole process. */
  static Side process(String name, List<String> command) {
    return new Side(name, () -> Child.succeed(command).cost());
  }

  Cost measured() throws Exception {
    return measure.call();
  }
}

package dev.crystallize.benchmarks;

/** A piece of work to measure. */
@FunctionalInterface
interface Work {

  /** Does it once. */
  void run() throws Exception;
}

package dev.crystallize.stats;

/** Draws relabellings that are equally likely if the treatment has no effect. */
interface Relabeller {

  /** The difference of means under the true labels. */
  double observed();

  /** How far rounding may move a statistic. */
  double rounding();

  /** A random relabelling. */
  Relabelling next(Draws draws);
}

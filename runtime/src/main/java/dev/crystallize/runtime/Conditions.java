package dev.crystallize.runtime;

/** Names of conditions. */
final class Conditions {

  /** The condition that no treatment is applied in. */
  static final String BASELINE = "baseline";

  private Conditions() {}
}

package dev.crystallize.runtime;

/** Names of conditions. */
final class Conditions {

  /** The condition that no treatment is applied in. */
  static final String BASELINE = "baseline";

  private Conditions() {}

  /** What to call a condition in a sentence. */
  static String words(String condition) {
    return condition.equals(BASELINE) ? condition : "treatment " + condition;
  }
}

package dev.crystallize.runtime.engine;

/** Takes the outcomes of tasks, in any order and from any thread. */
@FunctionalInterface
interface OutcomeSink {

  /** Takes one outcome; never throws. */
  void accept(TaskOutcome outcome);

  /** The executor itself cannot go on. */
  default void broken(Throwable cause) {
    throw new IllegalStateException("an executor broke", cause);
  }
}

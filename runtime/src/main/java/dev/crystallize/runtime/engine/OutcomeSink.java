package dev.crystallize.runtime.engine;

/** Takes the outcomes of tasks, in any order and from any thread. */
@FunctionalInterface
interface OutcomeSink {

  /** Takes one outcome; never throws. */
  void accept(TaskOutcome outcome);
}

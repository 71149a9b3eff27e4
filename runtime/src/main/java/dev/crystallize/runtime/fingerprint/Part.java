package dev.crystallize.runtime.fingerprint;

/** A part of a fingerprint, in the order in which differences are told. */
public enum Part {
  /** The steps, their order and the versions their authors gave them. */
  STEPS,
  /** Parameter values in effect in the task's condition. */
  PARAMETERS,
  /** The seed of the random numbers. */
  SEED,
  /** The bytecode of the project that the task reaches. */
  CODE,
  /** The libraries beside it, if it reaches any. */
  LIBRARIES,
  /** The outputs: file names and the shapes of their types. */
  OUTPUTS,
  /** Declared files by content. */
  FILES,
  /** The artifacts read from other experiments, by content. */
  UPSTREAM,
  /** The feature version of the Java platform. */
  JDK,
  /** The version of this runtime's own rules. */
  RULES;

  /** Whether facts of this part are the same under other names: jars may be renamed. */
  boolean namesAreLabels() {
    return this == LIBRARIES;
  }
}

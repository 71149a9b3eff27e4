package dev.crystallize.runtime;

/** A change that results may outlive, if whoever resumes says so. */
public enum Change {
  /** The project's own code is another. */
  CODE,
  /** The libraries on the class path are others. */
  LIBRARIES,
  /** The Java platform has another feature version. */
  JDK
}

package dev.crystallize.runtime.launch;

/** What the exit codes of generated mains mean. */
final class ExitCode {

  /** All tasks were committed. */
  static final int DONE = 0;

  /** Some task or verifier failed, or the data folder could not be used. */
  static final int FAILED = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A configuration is invalid, or wired otherwise than the code. */
  static final int CONFIGURATION = 3;

  /** The run was stopped from outside. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}

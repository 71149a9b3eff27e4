package dev.crystallize.runtime;

/** What {@link ExperimentGraph#run(RunOptions)} does at the end of a run that had failures. */
public enum OnFailure {
  /** It throws a {@link RunFailedException}, which carries the results. */
  THROW,
  /** It returns the results, which tell the failures. */
  RETURN
}

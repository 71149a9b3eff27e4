package dev.crystallize.runtime;

/** Skeleton. */
public final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient GraphResult results;

  RunFailedException(String message, GraphResult results) {
    super(message);
    this.results = results;
  }

  /**
   * What the run gave besides its failures.
   *
   * @return the results
   */
  public GraphResult results() {
    return results;
  }
}

package dev.crystallize.runtime;

/**
 * A run had failures: tasks or verifiers that threw, resources that could not be closed, or it was
 * interrupted. What the others gave is in the {@linkplain #results() results}; the message tells
 * the first failures and their number.
 */
public final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient GraphResult results;

  RunFailedException(GraphResult results) {
    super(ResultText.problems(results));
    this.results = results;
    results.failures().stream()
        .flatMap(failure -> failure.cause().stream())
        .findFirst()
        .ifPresent(this::initCause);
    results.summary().unclosed().forEach(unclosed -> unclosed.addTo(this));
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

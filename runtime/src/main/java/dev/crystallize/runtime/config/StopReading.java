package dev.crystallize.runtime.config;

/** Ends the reading of a document after which nothing in it can be trusted. Never leaves here. */
final class StopReading extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  StopReading(Diagnostic diagnostic) {
    super(diagnostic.headline(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}

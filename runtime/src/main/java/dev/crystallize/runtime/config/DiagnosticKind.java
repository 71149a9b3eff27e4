package dev.crystallize.runtime.config;

/** Whether a diagnostic stops a build or a run. */
public enum DiagnosticKind {
  /** A mistake: nothing is compiled or run with it. */
  ERROR,
  /** A likely mistake, which {@code @SuppressWarnings} with the id can silence. */
  WARNING
}

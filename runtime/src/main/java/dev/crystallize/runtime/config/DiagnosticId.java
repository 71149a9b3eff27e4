package dev.crystallize.runtime.config;

import static dev.crystallize.runtime.config.DiagnosticKind.ERROR;
import static dev.crystallize.runtime.config.DiagnosticKind.WARNING;

import java.util.Locale;

/**
 * The id of every diagnostic, printed in brackets before the text. Each has a section in the
 * documentation; scripts and {@code @SuppressWarnings} rely on the spelling.
 */
public enum DiagnosticId {
  // finding and reading
  CONFIG_NOT_FOUND(ERROR),
  CONFIG_UNREADABLE(ERROR),
  CONFIG_SYNTAX(ERROR),
  CONFIG_DUPLICATE_KEY(ERROR),
  CONFIG_UNKNOWN_KEY(ERROR),
  CONFIG_TYPE(ERROR),
  CONFIG_QUOTE(ERROR),
  CONFIG_TOO_LARGE(ERROR),
  // names
  UNKNOWN_STEP(ERROR),
  UNKNOWN_DATASOURCE(ERROR),
  UNKNOWN_WRITER(ERROR),
  UNKNOWN_LOADER(ERROR),
  UNKNOWN_VERIFIER(ERROR),
  UNKNOWN_OUTPUT(ERROR),
  UNKNOWN_INPUT(ERROR),
  MISSING_ARTIFACT(ERROR),
  UNKNOWN_EXPERIMENT(ERROR),
  AMBIGUOUS_NAME(ERROR),
  DUPLICATE_EXPERIMENT(ERROR),
  EXPERIMENT_NAME(ERROR),
  PARAMETER_NAME(ERROR),
  MISSING_WRITER(ERROR),
  UNUSED_OUTPUT(ERROR),
  OUTPUT_WRITTEN_TWICE(ERROR),
  UNUSED_INPUT(WARNING),
  UNUSED_STEP(WARNING),
  UNUSED_CODE(WARNING),
  UNKNOWN_FILE(WARNING),
  // values
  UNKNOWN_PARAM(ERROR),
  MISSING_PARAM(ERROR),
  PARAM_TYPE(ERROR),
  UNREAD_TREATMENT_PARAM(ERROR),
  SHADOWED_TREATMENT_PARAM(ERROR),
  RESERVED_KEY(ERROR),
  TREATMENT_NAME(ERROR),
  OUTPUT_FILE_NAME(ERROR),
  OUTPUT_FILE_COLLISION(ERROR),
  REPLICATES(ERROR),
  METRIC_NAME(ERROR),
  // types
  STEP_SIGNATURE(ERROR),
  STEP_CHAIN(ERROR),
  ARTIFACT_TYPE(ERROR),
  WRITER_SIGNATURE(ERROR),
  LOADER_SIGNATURE(ERROR),
  VERIFIER_SIGNATURE(ERROR),
  OUTPUT_HANDLE(ERROR),
  INACCESSIBLE(ERROR),
  // graph
  CYCLE(ERROR),
  REPLICATE_MISMATCH(ERROR),
  HYPOTHESIS_METRIC(ERROR),
  HYPOTHESIS_WITHOUT_TREATMENTS(ERROR),
  // across builds
  UPSTREAM_NOT_LISTED(ERROR),
  STALE_DESCRIPTOR(ERROR),
  GENERATED_NAME_CLASH(ERROR),
  INTERNAL(ERROR),
  // while running
  OUTPUT_NOT_WRITTEN(ERROR),
  ARTIFACT_CORRUPTED(ERROR),
  WIRING_CHANGED(ERROR),
  UNSEEDED_RANDOM(WARNING);

  private final DiagnosticKind kind;
  private final String id;

  DiagnosticId(DiagnosticKind kind) {
    this.kind = kind;
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns whether diagnostics with this id are errors or warnings, unless a message says
   * otherwise.
   */
  public DiagnosticKind kind() {
    return kind;
  }

  /** Returns the id as it is printed, such as {@code missing-artifact}. */
  public String id() {
    return id;
  }
}

package dev.crystallize.runtime.config;

/** A top-level part of a configuration that can be broken on its own. */
public enum ConfigPart {
  /** {@code name}. */
  NAME,
  /** {@code description}. */
  DESCRIPTION,
  /** {@code replicates}. */
  REPLICATES,
  /** {@code seed}. */
  SEED,
  /** {@code datasource}. */
  DATASOURCE,
  /** {@code steps}. */
  STEPS,
  /** {@code outputs}. */
  OUTPUTS,
  /** {@code treatments}. */
  TREATMENTS,
  /** {@code sweep}. */
  SWEEP,
  /** {@code hypotheses}. */
  HYPOTHESES,
  /** {@code retries}, {@code backoff} and {@code timeout}. */
  FAILURES,
  /** {@code cli}. */
  CLI
}

package dev.crystallize.runtime.config;

import java.util.List;

/**
 * One entry of {@code steps}.
 *
 * @param name the step's name as YAML spells it
 * @param settings its parameters and rebound inputs and outputs, without {@code retries}, {@code
 *     backoff} and {@code timeout}
 * @param failures its own rules for failures
 */
public record StepConfig(Located<String> name, List<Setting> settings, FailureConfig failures) {
  /** Copies the settings. */
  public StepConfig {
    settings = List.copyOf(settings);
  }
}

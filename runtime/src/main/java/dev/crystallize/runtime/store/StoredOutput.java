package dev.crystallize.runtime.store;

/**
 * An output of an experiment, and where it lies in a replicate's folder of a condition.
 *
 * @param alias its name in the configuration
 * @param fileName the name of its file
 * @param step the canonical name of the step that writes it, such as {@code produce_summary}
 */
public record StoredOutput(String alias, String fileName, String step) {

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if a name could lead out of its folder
   */
  public StoredOutput {
    SafeNames.require("output", alias);
    SafeNames.require("file name", fileName);
    SafeNames.requireStep(step);
  }

  /** The folder of the step, such as {@code Produce_SummaryStep}. */
  public String stepFolder() {
    return StepFolders.of(step);
  }
}

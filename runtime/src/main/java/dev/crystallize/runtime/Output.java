package dev.crystallize.runtime;

/**
 * The handle through which a step writes one output of its experiment.
 *
 * @param <T> what the output's writer takes
 */
public interface Output<T> {

  /**
   * Writes the artifact, exactly once per task. Whoever reads it sees it only when the whole task
   * has ended well.
   *
   * @param value what to write
   * @throws IllegalStateException if the output was written already or the step has ended
   * @throws ArtifactException if the writer fails or the file cannot be written
   */
  void write(T value);

  /**
   * An output for tests, which keeps what is written.
   *
   * @param <T> what is written
   * @return an output that was not written yet
   */
  static <T> CapturedOutput<T> captured() {
    return new CapturedOutput<>();
  }
}

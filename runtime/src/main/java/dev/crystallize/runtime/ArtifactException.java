package dev.crystallize.runtime;

/** An artifact could not be written, found, verified or read. The message names the file. */
public final class ArtifactException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what happened, to which file, and what to do
   */
  public ArtifactException(String message) {
    super(message);
  }

  /**
   * Makes the exception.
   *
   * @param message what happened, to which file, and what to do
   * @param cause why
   */
  public ArtifactException(String message, Throwable cause) {
    super(message, cause);
  }
}

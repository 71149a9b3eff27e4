package dev.crystallize.runtime;

/** A task that was run alone has failed. The cause is what was thrown. */
public final class TaskFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.crystallize.runtime;

/**
 * A resource could not be made. It fails every task that needs the resource: within a run it is not
 * made again. The cause is what its making threw.
 */
public final class ResourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ResourceException(String message, Throwable cause) {
    super(message, cause);
  }
}

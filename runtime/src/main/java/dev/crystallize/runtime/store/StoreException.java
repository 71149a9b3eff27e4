package dev.crystallize.runtime.store;

import java.io.IOException;

/** The data folder cannot be read or written: no task's fault, and the end of a run. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure of the file system. */
  public StoreException(String message, IOException cause) {
    super(message + ": " + cause, cause);
  }

  /** A folder that is not what it should be. */
  public StoreException(String message) {
    super(message);
  }
}

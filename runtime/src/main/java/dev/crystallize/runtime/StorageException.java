package dev.crystallize.runtime;

/**
 * The data folder cannot be read or written: a full disk, missing permission, a lost lock. The run
 * has stopped; what was committed stays.
 */
public final class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  StorageException(String message) {
    super(message);
  }
}

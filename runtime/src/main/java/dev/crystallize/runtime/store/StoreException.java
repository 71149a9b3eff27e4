package dev.crystallize.runtime.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The data folder cannot be read or written: no task's fault, and the end of a run. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure of the file system. */
  public StoreException(String message, IOException cause) {
    super(message + ": " + words(cause), cause);
  }

  /** A folder that is not what it should be. */
  public StoreException(String message) {
    super(message);
  }

  /** The commonest failures name a file and tell by their class alone what is wrong with it. */
  private static String words(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof FileSystemException failure && failure.getReason() == null) {
      if (cause instanceof AccessDeniedException) {
        return message + ": access denied";
      }
      if (cause instanceof FileAlreadyExistsException) {
        return message + ": something of that name is there already";
      }
      if (cause instanceof NoSuchFileException) {
        return message + ": no such file or folder";
      }
    }
    Class<?> type = cause.getClass();
    boolean plain =
        type == IOException.class
            || type == FileSystemException.class
            || type == FileNotFoundException.class;
    return plain && cause.getMessage() != null ? message : cause.toString();
  }
}

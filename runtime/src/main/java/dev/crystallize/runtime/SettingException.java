package dev.crystallize.runtime;

/**
 * A run was asked to set a parameter that is not there, or to a value that it cannot take. The
 * message tells what would be right.
 */
public final class SettingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  SettingException(String message) {
    super(message);
  }
}

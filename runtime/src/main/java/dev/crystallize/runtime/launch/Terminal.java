package dev.crystallize.runtime.launch;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds out whether somebody watches. */
final class Terminal {

  private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/.+|tty.*|console)");

  private Terminal() {}

  /** Returns whether input and output are a terminal, and errors, as far as that is known. */
  static boolean isThere() {
    return isConsole() && isErrors(Path.of("/proc/self/fd/2"));
  }

  /**
   * Returns whether errors go to a terminal. Linux tells where they go; elsewhere they are taken to
   * go where the output goes.
   *
   * @param link what Linux tells it by
   */
  static boolean isErrors(Path link) {
    try {
      String target = Files.readSymbolicLink(link).toString();
      return TERMINAL.matcher(target).matches();
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }

  /**
   * Since JDK 22 there is a console even in a pipe, which has a method to ask, unknown to the JDK
   * this is compiled for.
   */
  @SuppressWarnings("SystemConsoleNull") // before JDK 22 null is the answer
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}

package dev.crystallize.runtime.launch;

import java.io.Console;

/** Finds out whether somebody watches. */
final class Terminal {

  private Terminal() {}

  /**
   * Returns whether input and output are a terminal. Since JDK 22 there is a console even in a
   * pipe, which has a method to ask, unknown to the JDK this is compiled for.
   */
  @SuppressWarnings("SystemConsoleNull") // before JDK 22 null is the answer
  static boolean isThere() {
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

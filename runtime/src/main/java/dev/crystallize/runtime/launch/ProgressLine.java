package dev.crystallize.runtime.launch;

import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** One line on a terminal that says how far a run has come, drawn again a few times a second. */
final class ProgressLine implements AutoCloseable {

  private static final long INTERVAL_MILLIS = 200;

  /** A line that is broken in two is not covered by the next one. */
  private static final int LONGEST = 79;

  private static final String CUT = "...";

  private final PrintStream terminal;
  private final Supplier<String> text;
  private final Timer timer = new Timer("crystallize-progress", true);
  private boolean closed;
  private int width;

  /**
   * An empty line.
   *
   * @param terminal where it stands
   * @param text what it says now
   */
  ProgressLine(PrintStream terminal, Supplier<String> text) {
    this.terminal = terminal;
    this.text = text;
  }

  /** Draws from now on. A run that is over at once shows nothing. */
  void start() {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            draw();
          }
        },
        INTERVAL_MILLIS,
        INTERVAL_MILLIS);
  }

  /** Draws what the line says now over what it said before. */
  synchronized void draw() {
    if (closed) {
      return;
    }
    String now = cut(text.get());
    terminal.print("\r" + now + " ".repeat(Math.max(0, width - now.length())));
    terminal.flush();
    width = now.length();
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - CUT.length()) + CUT;
  }

  /** Prints a line that stays, above the one that is drawn. */
  synchronized void say(String line) {
    terminal.println("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    width = 0;
  }

  /** Leaves an empty line. */
  @Override
  public synchronized void close() {
    timer.cancel();
    closed = true;
    if (width > 0) {
      terminal.print("\r" + " ".repeat(width) + "\r");
      terminal.flush();
    }
  }
}

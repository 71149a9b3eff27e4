package dev.crystallize.processor.report;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.Arrays;

/** Turns the unexpected into a diagnostic on the element it concerns, and goes on. */
public final class Guard {

  private final Diagnostics diagnostics;

  /** Makes a guard that reports to these diagnostics. */
  public Guard(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Runs something; if it fails, that is reported as a defect of ours.
   *
   * @param experiment the folder of the experiment it concerns, or an empty text
   */
  public void run(String experiment, ElementPlace place, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError failure) {
      Diagnostic diagnostic = Diagnostic.of(experiment, Message.INTERNAL, String.valueOf(failure));
      for (StackTraceElement frame : ownFrames(failure)) {
        diagnostic = diagnostic.withDetail("at " + frame);
      }
      diagnostics.report(diagnostic, place);
    }
  }

  private static StackTraceElement[] ownFrames(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return Arrays.copyOf(frames, Math.min(frames.length, 12));
  }
}

package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.config.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time of an attempt is up.
 *
 * @param task the task
 * @param attempt the number under which the executor knows the attempt
 * @param limit how long it was allowed to take
 * @param step the step it is in; empty if none has begun
 * @param whole whether the limit is that of the whole task, not of the step
 */
record Expiry(TaskKey task, int attempt, Duration limit, Optional<StepRef> step, boolean whole) {

  private static final Pattern PLATFORM = Pattern.compile("(java|javax|jdk|sun)\\.");

  /** The failure of an attempt that stopped when it was interrupted, or ended meanwhile. */
  TaskFailure failure(Optional<Throwable> thrown) {
    return TaskFailure.of(task, attempt, step, new TaskTimedOutException(text(), thrown));
  }

  /**
   * The failure of an attempt that does not stop.
   *
   * @param stack where it is, as far as that is known
   */
  TaskFailure failure(StackTraceElement[] stack) {
    TaskTimedOutException timedOut =
        new TaskTimedOutException(
            text()
                + "; it did not stop when it was interrupted, so its thread was given up"
                + place(stack),
            Optional.empty());
    if (stack.length > 0) {
      timedOut.setStackTrace(stack);
    }
    return TaskFailure.of(task, attempt, step, timedOut);
  }

  /** The innermost line that is not the platform's, which nobody could mend. */
  private static String place(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> !PLATFORM.matcher(frame.getClassName()).lookingAt())
        .findFirst()
        .map(
            frame ->
                String.format(
                    " at %s.%s(%s:%d)",
                    frame.getClassName(),
                    frame.getMethodName(),
                    frame.getFileName(),
                    frame.getLineNumber()))
        .orElse("");
  }

  private String text() {
    String in = step.map(ref -> " in step '" + ref.name() + "'").orElse("");
    String limited = whole ? ", the timeout of the whole task," : "";
    return "timed out after " + DurationText.of(limit) + (in.isEmpty() ? "" : limited) + in;
  }
}

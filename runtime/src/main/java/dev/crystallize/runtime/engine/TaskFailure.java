package dev.crystallize.runtime.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Why a task failed.
 *
 * @param task the task
 * @param attempt which attempt at the task failed last, from 1
 * @param attempts how many attempts it had where it failed
 * @param step the step it was in; empty if none had begun
 * @param exceptionClass the name of the exception's class
 * @param message the exception's message, empty if it had none
 * @param stack the stack trace as text
 * @param cause the exception itself, where it was thrown in this JVM
 */
public record TaskFailure(
    TaskKey task,
    int attempt,
    int attempts,
    Optional<StepRef> step,
    String exceptionClass,
    String message,
    String stack,
    Optional<Throwable> cause) {

  /** The failure of a task by an exception of this JVM. */
  static TaskFailure of(TaskKey task, int attempt, Optional<StepRef> step, Throwable cause) {
    return new TaskFailure(
        task,
        attempt,
        attempt,
        step,
        cause.getClass().getName(),
        told(() -> Objects.requireNonNullElse(cause.getMessage(), "")),
        told(() -> trace(cause)),
        Optional.of(cause));
  }

  /** The same failure, as one of so many attempts. */
  TaskFailure counted(int number, int of) {
    return new TaskFailure(task, number, of, step, exceptionClass, message, stack, cause);
  }

  /** Whether the JVM has no more memory. */
  public boolean outOfMemory() {
    return cause.filter(OutOfMemoryError.class::isInstance).isPresent();
  }

  private static String trace(Throwable cause) {
    StringWriter stack = new StringWriter();
    cause.printStackTrace(new PrintWriter(stack, true));
    return stack.toString();
  }

  /** An exception of the users may fail even at telling about itself. */
  private static String told(Supplier<String> text) {
    try {
      return text.get();
    } catch (RuntimeException | Error e) {
      return "(" + e.getClass().getName() + " while describing the failure)";
    }
  }
}

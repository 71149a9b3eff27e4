package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Escapes;
import java.util.Optional;

/**
 * A task that failed.
 *
 * @param task which one
 * @param step the step it was in; empty if none had begun
 * @param attempt which attempt at the task failed, from 1
 * @param attempts how many attempts it had where it failed: one more than its {@code retries}
 * @param message what was thrown: the name of the exception's class and its message
 * @param stack the stack trace as text
 * @param cause what was thrown, where it was thrown in this JVM
 */
public record Failure(
    TaskId task,
    Optional<String> step,
    int attempt,
    int attempts,
    String message,
    String stack,
    Optional<Throwable> cause) {

  /**
   * Returns one line: the task, the step, the attempt if there was more than one, and what was
   * thrown, its lines joined and control characters escaped.
   */
  @Override
  public String toString() {
    return task
        + step.map(name -> ", step '" + name + "'").orElse("")
        + tried()
        + ": "
        + Escapes.onOneLine(message);
  }

  private String tried() {
    if (attempt == 1 && attempts == 1) {
      return "";
    }
    return ", attempt " + attempt + (attempt <= attempts ? " of " + attempts : "");
  }
}

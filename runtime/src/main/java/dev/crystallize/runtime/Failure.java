package dev.crystallize.runtime;

import java.util.Optional;

/**
 * A task that failed.
 *
 * @param task which one
 * @param step the step it was in; empty if none had begun
 * @param message what was thrown: the name of the exception's class and its message
 * @param stack the stack trace as text
 * @param cause what was thrown, where it was thrown in this JVM
 */
public record Failure(
    TaskId task, Optional<String> step, String message, String stack, Optional<Throwable> cause) {

  /** Returns one line: the task, the step and what was thrown. */
  @Override
  public String toString() {
    return task + step.map(name -> ", step '" + name + "'").orElse("") + ": " + message;
  }
}

package dev.crystallize.runtime.engine;

import java.util.Optional;

/** A task or a step took longer than its {@code timeout}. */
public final class TaskTimedOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskTimedOutException(String message, Optional<Throwable> interrupted) {
    super(message, interrupted.orElse(null));
  }
}

package dev.crystallize.runtime.engine;

/** A task that was given up tried to go on. */
public final class TaskRevokedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskRevokedException(String message) {
    super(message);
  }
}

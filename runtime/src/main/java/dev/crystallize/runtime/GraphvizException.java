package dev.crystallize.runtime;

/** A graph could not be drawn with Graphviz. The message says what to do. */
public final class GraphvizException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GraphvizException(String message) {
    super(message);
  }

  GraphvizException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.crystallize.runtime.store;

/** An artifact is not what, or not where, it should be. */
public final class ArtifactException extends RuntimeException {

  /** The kinds of this error. */
  public enum Kind {
    /** There is no such artifact. */
    MISSING("missing-artifact"),
    /** Size or content are not what was committed. */
    CORRUPTED("artifact-corrupted"),
    /** A task ended without writing one of its outputs. */
    NOT_WRITTEN("output-not-written");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The id under which the error is documented. */
    public String id() {
      return id;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String reason;

  /** An error whose message begins with its id, as in {@code [missing-artifact] ...}. */
  public ArtifactException(Kind kind, String message) {
    super("[" + kind.id() + "] " + message);
    this.kind = kind;
    this.reason = message;
  }

  /** The message without the id. */
  String reason() {
    return reason;
  }

  /** Which error this is. */
  public Kind kind() {
    return kind;
  }
}

package dev.crystallize.runtime;

/** A value is not what its codec expects. Knows where in the value that was found. */
final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  private CodecException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  static CodecException problem(String problem) {
    return new CodecException("", problem);
  }

  static CodecException mismatch(String expected, String found) {
    return problem("expected " + expected + ", not " + found);
  }

  /** The same, one level further out. */
  CodecException inside(String segment) {
    CodecException outer = new CodecException(segment + path, problem);
    outer.setStackTrace(getStackTrace());
    return outer;
  }

  /** Where inside the value, such as {@code .rows[3][1]}; empty for the value itself. */
  String path() {
    return path;
  }
}

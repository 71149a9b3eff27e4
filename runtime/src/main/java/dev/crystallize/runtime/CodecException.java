package dev.crystallize.runtime;

/** A value is not what its codec expects. Knows where in the value that was found. */
final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;
  private final String found;

  private CodecException(String path, String expected, String found) {
    super((path.isEmpty() ? "" : path + ": ") + "expected " + expected + ", not " + found);
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  static CodecException mismatch(String expected, String found) {
    return new CodecException("", expected, found);
  }

  /** The same, one level further out. */
  CodecException inside(String segment) {
    CodecException outer = new CodecException(segment + path, expected, found);
    outer.setStackTrace(getStackTrace());
    return outer;
  }

  /** Where inside the value, such as {@code .rows[3][1]}; empty for the value itself. */
  String path() {
    return path;
  }

  /** What would be right, as part of a sentence. */
  String expected() {
    return expected;
  }

  /** What is there instead, as part of a sentence. */
  String found() {
    return found;
  }
}

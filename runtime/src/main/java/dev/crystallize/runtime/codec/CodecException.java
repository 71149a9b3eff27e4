package dev.crystallize.runtime.codec;

/** A value is not what its codec expects. Knows where in the value that was found. */
public final class CodecException extends RuntimeException {

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

  /**
   * Where it was found.
   *
   * @return the place inside the value, such as {@code .rows[3][1]}; empty for the value itself
   */
  public String path() {
    return path;
  }

  /**
   * What would be right.
   *
   * @return the words, as part of a sentence
   */
  public String expected() {
    return expected;
  }

  /**
   * What is there instead.
   *
   * @return the words, as part of a sentence
   */
  public String found() {
    return found;
  }
}

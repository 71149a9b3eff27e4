package dev.crystallize.runtime.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A value is not what its codec expects. Knows where in the value that was found. */
public final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ArrayList<String> segments;
  private final String key;
  private final String expected;
  private final String found;

  private CodecException(List<String> segments, String key, String expected, String found) {
    super(
        (segments.isEmpty() ? "" : String.join("", segments) + ": ")
            + "expected "
            + expected
            + ", not "
            + found);
    this.segments = new ArrayList<>(segments);
    this.key = key;
    this.expected = expected;
    this.found = found;
  }

  static CodecException mismatch(String expected, String found) {
    return new CodecException(List.of(), "", expected, found);
  }

  /** A key of a map is what does not fit. */
  static CodecException mismatch(String expected, String found, String key) {
    return new CodecException(List.of(), key, expected, found);
  }

  /** The same, one level further out. */
  CodecException inside(String segment) {
    List<String> longer = new ArrayList<>(List.of(segment));
    longer.addAll(segments);
    CodecException outer = new CodecException(longer, key, expected, found);
    outer.setStackTrace(getStackTrace());
    return outer;
  }

  /**
   * The way to where it was found, from the outside in.
   *
   * @return a component or key as {@code .rows}, an index as {@code [3]}; empty for the value
   *     itself
   */
  public List<String> segments() {
    return Collections.unmodifiableList(segments);
  }

  /**
   * The key of the map there that does not belong into it.
   *
   * @return the key as it was written; empty if it is no key that is wrong
   */
  public String key() {
    return key;
  }

  /**
   * Where it was found.
   *
   * @return the place inside the value, such as {@code .rows[3][1]}; empty for the value itself
   */
  public String path() {
    return String.join("", segments);
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

package dev.crystallize.runtime.store;

/**
 * Something that holds for many tasks and is written to a journal once.
 *
 * @param kind what it is, such as {@code parameters} or {@code options}
 * @param text its value; equal texts of one kind are one definition
 */
public record Definition(String kind, String text) {

  /** Puts a question mark for what has no form in UTF-8. */
  public Definition {
    kind = WellFormed.text(kind);
    text = WellFormed.text(text);
  }
}

package dev.crystallize.runtime.codec;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Where a codec reads a value from: JSON text or plain data. It stands at one value; a list or map
 * is entered by asking for its first item or key, and must be read to its end.
 */
interface CodecSource {

  /** What the value is. */
  Kind kind();

  /** The text of a {@link Kind#TEXT}. */
  String text();

  /** The number of a {@link Kind#WHOLE}. */
  BigInteger whole();

  /** The number of a {@link Kind#WHOLE} or {@link Kind#REAL}, which may be rounded to infinity. */
  double real();

  /** Like {@link #real()}, rounded once. */
  float single();

  /** The truth of a {@link Kind#TRUTH}. */
  boolean truth();

  /** How a record's component is called here, if not by the name that it has in Java. */
  default String nameOf(String component) {
    return component;
  }

  /** Enters the list or map at which it stands. */
  void enter();

  /** Moves to the next item of the list entered last, or leaves it. */
  boolean nextItem();

  /** Moves to the value of the next key of the map entered last, or leaves it. */
  Optional<String> nextKey();

  /** Kinds of values. */
  enum Kind {
    TEXT,
    WHOLE,
    REAL,
    TRUTH,
    LIST,
    MAP,
    NOTHING
  }
}

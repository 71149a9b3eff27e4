package dev.crystallize.processor.model;

/** The forms in which a file is written and read without a method. */
public enum PlainForm {
  /** {@code byte[]}. */
  BYTES,
  /** {@code String}, as UTF-8. */
  TEXT,
  /** {@code Path}: the file itself. */
  FILE
}

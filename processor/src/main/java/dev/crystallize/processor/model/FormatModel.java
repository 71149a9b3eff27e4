package dev.crystallize.processor.model;

/** How an output is written or read back. */
public sealed interface FormatModel {

  /** Returns whether there is one. */
  default boolean isFound() {
    return this instanceof ByMethod || this instanceof Plain || this instanceof ByCodec;
  }

  /** By a method: named in YAML, or the only one in scope for exactly the type written. */
  record ByMethod(FormatMethod method) implements FormatModel {}

  /** As it is. */
  record Plain(PlainForm form) implements FormatModel {}

  /** By a generated codec. */
  record ByCodec(CodecModel codec) implements FormatModel {}

  /** YAML names a writer or loader that does not resolve: unknown or ambiguous. */
  record Unresolved(Resolution<FormatMethod> name) implements FormatModel {}

  /** Several methods in scope fit the type written. */
  record Ambiguous(Resolution.Ambiguous<FormatMethod> candidates) implements FormatModel {}

  /**
   * Nothing can write the type: a writer must be added. Or nothing can read it back: readers may
   * still ask for {@code byte[]}, {@code String} or {@code Path}, so that is a mistake only where
   * one asks for more.
   */
  record Missing(CodecModel.Unsupported why) implements FormatModel {}

  /** The type written is not known: to be passed in silence. */
  record Silent() implements FormatModel {}
}

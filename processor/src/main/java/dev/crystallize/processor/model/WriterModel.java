package dev.crystallize.processor.model;

/** How an output is written. */
public sealed interface WriterModel {

  /** By a method: named in YAML, or the only one in scope for exactly the type written. */
  record ByMethod(WriterMethod method) implements WriterModel {}

  /** As it is. */
  record Plain(PlainForm form) implements WriterModel {}

  /** By a generated codec. */
  record ByCodec(CodecModel codec) implements WriterModel {}

  /** YAML names a writer that does not resolve: unknown or ambiguous. */
  record Unresolved(Resolution<WriterMethod> name) implements WriterModel {}

  /** Several writers in scope fit the type written. */
  record Ambiguous(Resolution.Ambiguous<WriterMethod> candidates) implements WriterModel {}

  /** Nothing can write the type: a writer must be added. */
  record Missing(CodecModel.Unsupported why) implements WriterModel {}

  /** The type written is not known: to be passed in silence. */
  record Silent() implements WriterModel {}
}

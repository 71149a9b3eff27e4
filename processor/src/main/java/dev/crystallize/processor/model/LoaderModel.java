package dev.crystallize.processor.model;

/** How an output is read back. */
public sealed interface LoaderModel {

  /** By a method: named in YAML, or the only one in scope for exactly the type written. */
  record ByMethod(LoaderMethod method) implements LoaderModel {}

  /** As it is. */
  record Plain(PlainForm form) implements LoaderModel {}

  /** By a generated codec. */
  record ByCodec(CodecModel codec) implements LoaderModel {}

  /** YAML names a loader that does not resolve: unknown or ambiguous. */
  record Unresolved(Resolution<LoaderMethod> name) implements LoaderModel {}

  /** Several loaders in scope fit the type written. */
  record Ambiguous(Resolution.Ambiguous<LoaderMethod> candidates) implements LoaderModel {}

  /**
   * Nothing can read the type back. Readers may still ask for {@code byte[]}, {@code String} or
   * {@code Path}, so it is a mistake only where one asks for more.
   */
  record Missing(CodecModel.Unsupported why) implements LoaderModel {}

  /** The type written is not known: to be passed in silence. */
  record Silent() implements LoaderModel {}
}

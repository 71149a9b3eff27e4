package dev.crystallize.runtime.codec;

/** The two directions of a {@link Codec}. */
interface Spelling<T> {

  void write(T value, CodecSink sink);

  T read(CodecSource source);

  /** What a value looks like, in words. */
  String expected();

  /** The name that places in errors begin with: that of a record, or nothing. */
  default String name() {
    return "";
  }

  /** The form that is written, types inside included; equal forms read each other's values. */
  default String shape() {
    return expected();
  }

  /** Whether null is a value, which then is an empty {@link java.util.Optional}. */
  default boolean acceptsNull() {
    return false;
  }
}

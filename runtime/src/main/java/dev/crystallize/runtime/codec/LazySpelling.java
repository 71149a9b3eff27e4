package dev.crystallize.runtime.codec;

import java.util.function.Supplier;

/** A codec that is not there yet when the codec around it is made. */
final class LazySpelling<T> implements Spelling<T> {

  private final Supplier<Codec<T>> codec;

  LazySpelling(Supplier<Codec<T>> codec) {
    this.codec = codec;
  }

  @Override
  public void write(T value, CodecSink sink) {
    codec.get().spelling().write(value, sink);
  }

  @Override
  public T read(CodecSource source) {
    return codec.get().spelling().read(source);
  }

  @Override
  public String name() {
    return codec.get().spelling().name();
  }

  @Override
  public String expected() {
    return codec.get().spelling().expected();
  }

  /** A name: the codec may well be one around this one. */
  @Override
  public String shape() {
    return name();
  }

  @Override
  public boolean acceptsNull() {
    return codec.get().spelling().acceptsNull();
  }
}

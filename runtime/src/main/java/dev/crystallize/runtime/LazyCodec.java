package dev.crystallize.runtime;

import java.util.function.Supplier;

/** A codec that is not there yet when the codec around it is made. */
final class LazyCodec<T> extends Codec<T> {

  private final Supplier<Codec<T>> codec;

  LazyCodec(Supplier<Codec<T>> codec) {
    this.codec = codec;
  }

  @Override
  void write(T value, CodecSink sink) {
    codec.get().write(value, sink);
  }

  @Override
  T read(CodecSource source) {
    return codec.get().read(source);
  }

  @Override
  String name() {
    return codec.get().name();
  }

  @Override
  String expected() {
    return codec.get().expected();
  }

  @Override
  boolean acceptsNull() {
    return codec.get().acceptsNull();
  }
}

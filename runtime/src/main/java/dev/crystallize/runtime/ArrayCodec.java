package dev.crystallize.runtime;

import java.util.function.IntFunction;

/** An array of objects. */
final class ArrayCodec<E> extends Codec<E[]> {

  private final Codec<E> element;
  private final IntFunction<E[]> newArray;

  ArrayCodec(Codec<E> element, IntFunction<E[]> newArray) {
    this.element = element;
    this.newArray = newArray;
  }

  @Override
  void write(E[] value, CodecSink sink) {
    sink.beginList();
    for (E item : value) {
      element.write(item, sink);
    }
    sink.endList();
  }

  @Override
  E[] read(CodecSource source) {
    return ListCodec.items(element, expected(), source).toArray(newArray);
  }

  @Override
  String expected() {
    return "a list";
  }
}

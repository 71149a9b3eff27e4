package dev.crystallize.runtime.codec;

import java.util.function.IntFunction;

/** An array of objects. */
final class ArraySpelling<E> implements Spelling<E[]> {

  private final Spelling<E> element;
  private final IntFunction<E[]> newArray;

  ArraySpelling(Spelling<E> element, IntFunction<E[]> newArray) {
    this.element = element;
    this.newArray = newArray;
  }

  @Override
  public void write(E[] value, CodecSink sink) {
    sink.beginList();
    for (E item : value) {
      element.write(item, sink);
    }
    sink.endList();
  }

  @Override
  public E[] read(CodecSource source) {
    return ListSpelling.items(element, expected(), source).toArray(newArray);
  }

  @Override
  public String expected() {
    return "a list";
  }

  @Override
  public String shape() {
    return "[" + element.shape() + "]";
  }
}

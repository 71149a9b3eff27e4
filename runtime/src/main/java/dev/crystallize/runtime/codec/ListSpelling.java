package dev.crystallize.runtime.codec;

import java.util.ArrayList;
import java.util.List;

/** A list. */
final class ListSpelling<E> implements Spelling<List<E>> {

  private final Spelling<E> element;

  ListSpelling(Spelling<E> element) {
    this.element = element;
  }

  @Override
  public void write(List<E> value, CodecSink sink) {
    sink.beginList();
    for (E item : value) {
      element.write(item, sink);
    }
    sink.endList();
  }

  @Override
  public List<E> read(CodecSource source) {
    return List.copyOf(items(element, expected(), source));
  }

  @Override
  public String expected() {
    return "a list";
  }

  @Override
  public String shape() {
    return "[" + element.shape() + "]";
  }

  static <E> List<E> items(Spelling<E> element, String expected, CodecSource source) {
    if (source.kind() != CodecSource.Kind.LIST) {
      throw ScalarSpelling.mismatch(expected, source);
    }
    source.enter();
    List<E> items = new ArrayList<>();
    while (source.nextItem()) {
      try {
        items.add(element.read(source));
      } catch (CodecException e) {
        throw e.inside("[" + items.size() + "]");
      }
    }
    return items;
  }
}

package dev.crystallize.runtime;

import java.util.ArrayList;
import java.util.List;

/** A list. */
final class ListCodec<E> extends Codec<List<E>> {

  private final Codec<E> element;

  ListCodec(Codec<E> element) {
    this.element = element;
  }

  @Override
  void write(List<E> value, CodecSink sink) {
    sink.beginList();
    for (E item : value) {
      element.write(item, sink);
    }
    sink.endList();
  }

  @Override
  List<E> read(CodecSource source) {
    return List.copyOf(items(element, expected(), source));
  }

  @Override
  String expected() {
    return "a list";
  }

  static <E> List<E> items(Codec<E> element, String expected, CodecSource source) {
    if (source.kind() != CodecSource.Kind.LIST) {
      throw ScalarCodec.mismatch(expected, source);
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

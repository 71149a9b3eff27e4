package dev.crystallize.runtime.codec;

import java.util.List;
import java.util.Optional;

/** A value or null. */
final class OptionalSpelling<E> implements Spelling<Optional<E>> {

  private final Spelling<E> value;

  OptionalSpelling(Spelling<E> value) {
    this.value = value;
  }

  @Override
  public void write(Optional<E> optional, CodecSink sink) {
    if (optional.isEmpty()) {
      sink.nothing();
    } else if (value.acceptsNull()) {
      sink.beginList();
      value.write(optional.get(), sink);
      sink.endList();
    } else {
      value.write(optional.get(), sink);
    }
  }

  @Override
  public Optional<E> read(CodecSource source) {
    if (source.kind() == CodecSource.Kind.NOTHING) {
      return Optional.empty();
    }
    if (!value.acceptsNull()) {
      return Optional.of(value.read(source));
    }
    List<E> only = ListSpelling.items(value, expected(), source);
    if (only.size() != 1) {
      throw CodecException.mismatch(expected(), "a list of " + only.size());
    }
    return Optional.of(only.get(0));
  }

  @Override
  public String expected() {
    return value.acceptsNull() ? "null or a list of one" : value.expected() + " or null";
  }

  @Override
  public String shape() {
    return value.shape() + "?";
  }

  @Override
  public boolean acceptsNull() {
    return true;
  }
}

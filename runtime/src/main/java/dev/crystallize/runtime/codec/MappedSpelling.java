package dev.crystallize.runtime.codec;

import java.time.DateTimeException;
import java.util.function.Function;

/** A value that is spelt like another one, such as an instant like a text. */
final class MappedSpelling<T, S> implements Spelling<T> {

  private final Spelling<S> spelt;
  private final String expected;
  private final Function<? super T, ? extends S> to;
  private final Function<? super S, ? extends T> from;

  MappedSpelling(
      Spelling<S> spelt,
      String expected,
      Function<? super T, ? extends S> to,
      Function<? super S, ? extends T> from) {
    this.spelt = spelt;
    this.expected = expected;
    this.to = to;
    this.from = from;
  }

  @Override
  public void write(T value, CodecSink sink) {
    spelt.write(to.apply(value), sink);
  }

  @Override
  public T read(CodecSource source) {
    S value = spelt.read(source);
    try {
      return from.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw CodecException.mismatch(expected, String.valueOf(value));
    }
  }

  @Override
  public String expected() {
    return expected;
  }
}

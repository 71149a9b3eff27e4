package dev.crystallize.runtime.codec;

import org.jspecify.annotations.Nullable;

/** The components of one record that is being read. */
public final class CodecValues {

  private final @Nullable Object[] values;

  CodecValues(@Nullable Object[] values) {
    this.values = values;
  }

  /**
   * A component's value.
   *
   * @param field what {@link CodecFields#add} returned for this record
   * @param <V> its type
   * @return the value
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // every field was read by its own codec before
  public <V> V get(CodecField<V> field) {
    return (V) values[field.index()];
  }
}

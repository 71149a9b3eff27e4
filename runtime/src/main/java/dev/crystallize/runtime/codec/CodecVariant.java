package dev.crystallize.runtime.codec;

/**
 * One record of a sealed interface.
 *
 * @param name what {@code type} says for it
 * @param type the record's class
 * @param codec the record's codec, as {@link Codec#record} makes it
 * @param <T> the record
 */
public record CodecVariant<T>(String name, Class<T> type, Codec<T> codec) {

  /**
   * Checks the codec.
   *
   * @throws IllegalArgumentException if it is no codec of a record
   */
  public CodecVariant {
    if (!(codec.spelling() instanceof RecordSpelling)) {
      throw new IllegalArgumentException("variant '" + name + "' needs the codec of a record");
    }
  }

  /**
   * Names a record.
   *
   * @param name what {@code type} says for it
   * @param type the record's class
   * @param codec the record's codec, as {@link Codec#record} makes it
   * @param <T> the record
   * @return the variant
   */
  public static <T> CodecVariant<T> of(String name, Class<T> type, Codec<T> codec) {
    return new CodecVariant<>(name, type, codec);
  }
}

package dev.crystallize.runtime.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Collects the components of a record, in the order in which they are written.
 *
 * @param <R> the record
 */
public final class CodecFields<R> {

  private final List<CodecField<?>> fields = new ArrayList<>();

  CodecFields() {}

  /**
   * Adds a component.
   *
   * @param name its name in JSON and YAML
   * @param codec how its value is spelt
   * @param getter gets it from a record
   * @param <V> its type
   * @return what to ask the {@link CodecValues} for
   * @throws IllegalArgumentException if the name is taken
   */
  @SuppressWarnings("unchecked") // only records of this codec are ever given to the getter
  public <V> CodecField<V> add(
      String name, Codec<V> codec, Function<? super R, ? extends V> getter) {
    for (CodecField<?> field : fields) {
      if (field.name().equals(name)) {
        throw new IllegalArgumentException("two components are named '" + name + "'");
      }
    }
    CodecField<V> field =
        new CodecField<>(name, fields.size(), codec.spelling(), record -> getter.apply((R) record));
    fields.add(field);
    return field;
  }

  List<CodecField<?>> fields() {
    return List.copyOf(fields);
  }
}

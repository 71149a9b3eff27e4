package dev.crystallize.runtime;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A way to read an artifact without its loader.
 *
 * @param <T> what it gives: {@code byte[]}, {@code String} or {@code Path}
 */
public final class RawForm<T> {

  /** The whole content. */
  public static final RawForm<byte[]> BYTES =
      new RawForm<>(byte[].class, ArtifactLoader.bytes(bytes -> bytes));

  /** The whole content as UTF-8. */
  public static final RawForm<String> TEXT =
      new RawForm<>(String.class, ArtifactLoader.text(text -> text));

  /** The file itself, which must not be changed. */
  public static final RawForm<Path> FILE =
      new RawForm<>(Path.class, ArtifactLoader.file(file -> file));

  private static final List<RawForm<?>> ALL = List.of(BYTES, TEXT, FILE);

  private final Class<T> type;
  private final ArtifactLoader<T> loader;

  private RawForm(Class<T> type, ArtifactLoader<T> loader) {
    this.type = type;
    this.loader = loader.of(Optional.empty());
  }

  /** Returns the form that gives a type, if one does. */
  static Optional<RawForm<?>> giving(Type type) {
    return ALL.stream().filter(form -> form.type.equals(type)).findFirst();
  }

  Class<T> type() {
    return type;
  }

  ArtifactLoader<T> loader() {
    return loader;
  }
}

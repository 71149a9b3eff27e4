package dev.crystallize.runtime;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A way to read an artifact without its loader.
 *
 * @param <T> what it gives: {@code byte[]}, {@code String} or {@code Path}
 */
public final class RawForm<T> {

  /** The whole content. */
  public static final RawForm<byte[]> BYTES = new RawForm<>(ArtifactLoader.bytes(bytes -> bytes));

  /** The whole content as UTF-8. */
  public static final RawForm<String> TEXT = new RawForm<>(ArtifactLoader.text(text -> text));

  /** The file itself, which must not be changed. */
  public static final RawForm<Path> FILE = new RawForm<>(ArtifactLoader.file(file -> file));

  private final ArtifactLoader<T> loader;

  private RawForm(ArtifactLoader<T> loader) {
    this.loader = loader.of(Optional.empty());
  }

  ArtifactLoader<T> loader() {
    return loader;
  }
}

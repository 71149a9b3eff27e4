package dev.crystallize.runtime;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads an artifact from its file.
 *
 * @param <T> what it gives
 */
public final class ArtifactLoader<T> {

  private final Function<Path, T> read;

  private ArtifactLoader(Function<Path, T> read) {
    this.read = read;
  }

  /**
   * Reads from the file itself.
   *
   * @param read the reader, which must not change the file
   * @return the loader
   */
  public static <T> ArtifactLoader<T> file(Function<Path, T> read) {
    return new ArtifactLoader<>(read);
  }

  /**
   * Reads from a stream, which is closed afterwards.
   *
   * @param read the reader
   * @return the loader
   */
  public static <T> ArtifactLoader<T> stream(Function<InputStream, T> read) {
    return new ArtifactLoader<>(
        file -> {
          try (InputStream in = Files.newInputStream(file)) {
            return read.apply(in);
          }
        });
  }

  /**
   * Reads from the whole content.
   *
   * @param read the reader
   * @return the loader
   */
  public static <T> ArtifactLoader<T> bytes(Function<byte[], T> read) {
    return new ArtifactLoader<>(file -> read.apply(Files.readAllBytes(file)));
  }

  /**
   * Reads from the whole content as UTF-8.
   *
   * @param read the reader
   * @return the loader
   */
  public static <T> ArtifactLoader<T> text(Function<String, T> read) {
    return new ArtifactLoader<>(
        file -> read.apply(Files.readString(file, StandardCharsets.UTF_8)));
  }

  /**
   * Reads JSON.
   *
   * @param codec how the value is spelt
   * @return the loader
   */
  public static <T> ArtifactLoader<T> json(Codec<T> codec) {
    return stream(codec::readJson);
  }

  T load(Path file) throws Exception {
    return read.apply(file);
  }

  /**
   * A function that may throw anything.
   *
   * @param <A> what it takes
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Function<A, T> {

    /**
     * Applies the function.
     *
     * @param content the artifact
     * @return what it holds
     * @throws Exception whatever went wrong; it fails the task that reads
     */
    T apply(A content) throws Exception;
  }
}

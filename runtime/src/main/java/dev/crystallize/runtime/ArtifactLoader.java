package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an artifact from its file.
 *
 * @param <T> what it gives
 */
public final class ArtifactLoader<T> {

  private static final Set<Class<?>> OURS = Set.of(ArtifactLoader.class, ExperimentNode.class);

  private final Function<StoredContent, T> read;

  private final Optional<Class<?>> home;

  private final boolean takesPath;

  private ArtifactLoader(Function<StoredContent, T> read) {
    this(read, false);
  }

  private ArtifactLoader(Function<StoredContent, T> read, boolean takesPath) {
    this(read, takesPath, NodeCode.caller(OURS));
  }

  private ArtifactLoader(
      Function<StoredContent, T> read, boolean takesPath, Optional<Class<?>> home) {
    this.read = read;
    this.takesPath = takesPath;
    this.home = home;
  }

  /**
   * Reads from the file itself.
   *
   * @param read the reader, which must not change the file
   * @return the loader
   */
  public static <T> ArtifactLoader<T> file(Function<Path, T> read) {
    return new ArtifactLoader<>(content -> read.apply(content.file()), true);
  }

  /**
   * Reads from a stream, which is closed afterwards.
   *
   * @param read the reader
   * @return the loader
   */
  public static <T> ArtifactLoader<T> stream(Function<InputStream, T> read) {
    return new ArtifactLoader<>(
        content -> {
          try (InputStream in = content.stream()) {
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
    return new ArtifactLoader<>(content -> read.apply(content.bytes()));
  }

  /**
   * Reads from the whole content as UTF-8.
   *
   * @param read the reader
   * @return the loader
   */
  public static <T> ArtifactLoader<T> text(Function<String, T> read) {
    return bytes(content -> read.apply(decoded(content)));
  }

  /** Unlike a new String, refuses bytes that are not UTF-8. */
  private static String decoded(byte[] content) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
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

  /** Whether it can read a directory. */
  boolean takesPath() {
    return takesPath;
  }

  /** The same loader with the code of another class, or with none that counts. */
  ArtifactLoader<T> of(Optional<Class<?>> newHome) {
    return new ArtifactLoader<>(read, takesPath, newHome);
  }

  /** The class that made it, whose code reads. */
  Optional<Class<?>> home() {
    return home;
  }

  T load(StoredContent content) throws Exception {
    return read.apply(content);
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

package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes an artifact to its file.
 *
 * @param <T> what it takes
 */
public final class ArtifactWriter<T> {

  private final Sink<T> sink;
  private final Supplier<String> shape;
  private final boolean isDirectory;
  private final Optional<Procedure<T, Path>> toPath;

  private ArtifactWriter(Supplier<String> shape, Sink<T> sink) {
    this(shape, sink, false, Optional.empty());
  }

  private ArtifactWriter(
      Supplier<String> shape,
      Sink<T> sink,
      boolean isDirectory,
      Optional<Procedure<T, Path>> toPath) {
    this.shape = shape;
    this.sink = sink;
    this.isDirectory = isDirectory;
    this.toPath = toPath;
  }

  /**
   * Writes the bytes that a function makes.
   *
   * @param encode the function
   * @return the writer
   */
  public static <T> ArtifactWriter<T> bytes(Function<T, byte[]> encode) {
    return new ArtifactWriter<>(
        () -> "bytes", (value, target) -> target.stream().write(encode.apply(value)));
  }

  /**
   * Writes the text that a function makes, as UTF-8.
   *
   * @param encode the function
   * @return the writer
   */
  public static <T> ArtifactWriter<T> text(Function<T, String> encode) {
    return bytes(value -> encode.apply(value).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes to a stream, which is closed afterwards.
   *
   * @param write the function
   * @return the writer
   */
  public static <T> ArtifactWriter<T> stream(Procedure<T, OutputStream> write) {
    return new ArtifactWriter<>(
        () -> "stream", (value, target) -> write.apply(value, target.stream()));
  }

  /**
   * Writes to the file itself, which does not exist yet.
   *
   * @param write the function
   * @return the writer
   */
  public static <T> ArtifactWriter<T> file(Procedure<T, Path> write) {
    return new ArtifactWriter<>(
        () -> "file",
        (value, target) -> write.apply(value, target.file()),
        false,
        Optional.of(write));
  }

  /**
   * Fills a directory, which is there and empty. It may hold files and folders, nothing else.
   *
   * @param write the function
   * @return the writer
   */
  public static <T> ArtifactWriter<T> directory(Procedure<T, Path> write) {
    return new ArtifactWriter<>(
        () -> "directory",
        (value, target) -> write.apply(value, target.directory()),
        true,
        Optional.of(write));
  }

  /**
   * Copies a file.
   *
   * @return the writer
   */
  public static ArtifactWriter<Path> copy() {
    return stream(
        (file, out) -> {
          if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, but the output is one file");
          }
          Files.copy(file, out);
        });
  }

  /**
   * Copies a directory with all files and folders in it.
   *
   * @return the writer
   */
  public static ArtifactWriter<Path> copyDirectory() {
    return directory(DirectoryCopy::copy);
  }

  /**
   * Writes JSON.
   *
   * @param codec how the value is spelt
   * @return the writer
   */
  public static <T> ArtifactWriter<T> json(Codec<T> codec) {
    return new ArtifactWriter<>(
        () -> "json " + codec.shape(), (value, target) -> codec.writeJson(value, target.stream()));
  }

  /** What the written form depends on besides the code of the writer. */
  String shape() {
    return shape.get();
  }

  void write(T value, Target target) throws Exception {
    sink.write(value, target);
  }

  /** This writer for values of any type that Java widens to the one it takes. */
  @SuppressWarnings("unchecked") // it is widened to the very type
  ArtifactWriter<T> widening(Type takes) {
    if (!TypeFit.isPrimitive(takes)) {
      return this;
    }
    return new ArtifactWriter<>(
        shape,
        (value, target) -> sink.write((T) TypeFit.widened(value, takes), target),
        isDirectory,
        toPath.map(write -> (value, path) -> write.apply((T) TypeFit.widened(value, takes), path)));
  }

  /** This writer for a directory instead of a file, if it takes a path. */
  Optional<ArtifactWriter<T>> filling() {
    return toPath.map(ArtifactWriter::directory);
  }

  /** Whether it writes a directory and no file. */
  boolean isDirectory() {
    return isDirectory;
  }

  /** Where an artifact goes: one of these is asked for, once. */
  interface Target {
    OutputStream stream() throws Exception;

    Path file() throws Exception;

    Path directory() throws Exception;
  }

  @FunctionalInterface
  private interface Sink<T> {
    void write(T value, Target target) throws Exception;
  }

  /**
   * A function that may throw anything.
   *
   * @param <A> what it takes
   * @param <B> what it gives
   */
  @FunctionalInterface
  public interface Function<A, B> {

    /**
     * Applies the function.
     *
     * @param value what to write
     * @return its encoded form
     * @throws Exception whatever went wrong; it fails the task
     */
    B apply(A value) throws Exception;
  }

  /**
   * A function that writes and may throw anything.
   *
   * @param <A> what it takes
   * @param <B> where it writes
   */
  @FunctionalInterface
  public interface Procedure<A, B> {

    /**
     * Writes.
     *
     * @param value what to write
     * @param target where to
     * @throws Exception whatever went wrong; it fails the task
     */
    void apply(A value, B target) throws Exception;
  }
}

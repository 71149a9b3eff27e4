package dev.crystallize.runtime.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that no reader ever sees by half. */
public final class WholeFile {

  private WholeFile() {}

  /** What a file holds. */
  @FunctionalInterface
  public interface Content {

    /** Writes it all. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file beside its place and moves it there. What stood there before is replaced, unless
   * it is no file: a pipe or a device such as {@code /dev/stdout} is written to.
   *
   * @throws StoreException if that fails; then what stood there before still does
   */
  public static void write(Path file, Content content) {
    Path place = file.toAbsolutePath();
    if (Files.exists(place) && !Files.isRegularFile(place) && !Files.isDirectory(place)) {
      writeTo(place, content);
    } else {
      replace(place, content);
    }
  }

  private static void writeTo(Path place, Content content) {
    try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.WRITE)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new StoreException("cannot write " + place, e);
    }
  }

  private static void replace(Path place, Content content) {
    Path staged = place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID());
    try {
      try (OutputStream out = Files.newOutputStream(staged, StandardOpenOption.CREATE_NEW)) {
        content.writeTo(out);
      }
      AtomicMove.move(staged, place);
    } catch (IOException e) {
      throw cleanedUp(staged, new StoreException("cannot write " + place, e));
    }
  }

  private static StoreException cleanedUp(Path staged, StoreException failure) {
    try {
      Files.deleteIfExists(staged);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}

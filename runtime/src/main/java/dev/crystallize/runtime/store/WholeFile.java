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
   * Writes a file beside its place and moves it there. What stood there before is replaced.
   *
   * @throws StoreException if that fails; then what stood there before still does
   */
  public static void write(Path file, Content content) {
    Path place = file.toAbsolutePath();
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

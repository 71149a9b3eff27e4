package dev.crystallize.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders in memory where there is such a place: disks are slow at making and deleting
 * many folders.
 */
public final class InMemory implements TempDirFactory {

  private static final Path ON_DISK = Path.of(System.getProperty("java.io.tmpdir"));
  private static final Path PLACE =
      Stream.of(Path.of("/dev/shm"), ON_DISK).filter(Files::isWritable).findFirst().orElseThrow();

  static Path folder() throws IOException {
    return Files.createTempDirectory(PLACE, "crystallize");
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
      throws IOException {
    return folder();
  }

  /** For what takes much space, of which containers have little in memory. */
  public static final class Much implements TempDirFactory {

    private static final long SPACE = 1L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
        throws IOException {
      boolean fits = Files.getFileStore(PLACE).getUsableSpace() > SPACE;
      return fits ? folder() : Files.createTempDirectory(ON_DISK, "crystallize");
    }
  }
}

package dev.crystallize.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders in memory where there is room, of which containers have little: disks are slow
 * at making and deleting many files. Tests of whole processes stay on the disk.
 */
public final class InMemory implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));
  private static final long ROOM = 1L << 30;

  /** A new empty folder. */
  public static Path folder() throws IOException {
    boolean fits = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
    return Files.createTempDirectory(fits ? MEMORY : DISK, "crystallize");
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
      throws IOException {
    return folder();
  }
}

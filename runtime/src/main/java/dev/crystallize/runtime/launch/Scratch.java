package dev.crystallize.runtime.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes folders for data that nobody asked to keep. */
final class Scratch {

  private Scratch() {}

  /**
   * A new folder among the temporary files.
   *
   * @throws UsageException if there can be none
   */
  static Path make() {
    try {
      return Files.createTempDirectory("crystallize-scratch-");
    } catch (IOException e) {
      throw new UsageException(
          "--scratch cannot make a folder among the temporary files (java.io.tmpdir): " + e);
    }
  }
}

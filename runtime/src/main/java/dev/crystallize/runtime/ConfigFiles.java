package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.ConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds and reads the configurations of nodes, as they are now. */
final class ConfigFiles {

  static final String FILE_NAME = "config.yaml";

  private final ConfigReader reader = new ConfigReader();
  private final Optional<Path> experiments;

  /**
   * A place to look at.
   *
   * @param experiments the folder that holds the experiments' folders; looked at before the class
   *     path, if given
   */
  ConfigFiles(Optional<Path> experiments) {
    this.experiments = experiments;
  }

  /** Returns the configuration of a compiled node; empty if there is no file. */
  Optional<ConfigFile> read(Origin origin) {
    return experiments
        .map(root -> root.resolve(origin.folder()).resolve(FILE_NAME))
        .filter(Files::exists)
        .map(file -> read(origin.folder(), file))
        .or(() -> origin.resources().flatMap(resources -> fromResource(origin, resources)));
  }

  private Optional<ConfigFile> fromResource(
      Origin origin, Function<String, @Nullable InputStream> resources) {
    String name = "/" + ConfigReader.pathOf(origin.folder());
    try (InputStream in = resources.apply(name)) {
      return in == null ? Optional.empty() : Optional.of(reader.read(origin.folder(), in));
    } catch (IOException e) {
      return Optional.of(unreadable(origin.folder(), e));
    }
  }

  /** Reads a file; one that cannot be read is reported as such. */
  ConfigFile read(String folder, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return reader.read(folder, in);
    } catch (IOException e) {
      return unreadable(folder, e);
    }
  }

  /** The reader knows how to report a stream that fails. */
  private ConfigFile unreadable(String folder, IOException cause) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw cause;
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw cause;
          }
        };
    return reader.read(folder, failing);
  }
}

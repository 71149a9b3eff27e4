package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a path given to {@code fromYaml} means.
 *
 * @param source the folders around it
 * @param wanted the folders of the experiments that are asked for
 */
record YamlPlaces(ConfigSource source, List<String> wanted) {

  /**
   * Looks at a path.
   *
   * @throws ConfigurationException if no configuration is there
   */
  static YamlPlaces of(Path path) {
    Path real = path.toAbsolutePath().normalize();
    if (Files.isRegularFile(real)) {
      return ofFolder(parent(real));
    }
    if (Files.exists(real.resolve(ConfigFiles.FILE_NAME))) {
      return ofFolder(real);
    }
    Folders all = new Folders(real);
    if (all.folders().isEmpty()) {
      throw ConfigurationException.of(
          List.of(
              Diagnostic.of(lastName(real), Message.CONFIG_NOT_FOUND, lastName(real))
                  .withDetail("looked at: " + path + ", as a file and as a folder")));
    }
    return new YamlPlaces(all, all.folders());
  }

  private static YamlPlaces ofFolder(Path folder) {
    return new YamlPlaces(new Folders(parent(folder)), List.of(lastName(folder)));
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("an experiment needs a folder of its own: " + path);
    }
    return parent;
  }

  private static String lastName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The experiments in a folder. */
  private record Folders(Path root) implements ConfigSource {

    @Override
    public Optional<ConfigFile> read(String folder) {
      Path file = root.resolve(folder).resolve(ConfigFiles.FILE_NAME);
      boolean inside = file.normalize().startsWith(root) && Files.exists(file);
      return inside
          ? Optional.of(new ConfigFiles(Optional.of(root)).read(folder, file))
          : Optional.empty();
    }

    @Override
    public List<String> folders() {
      if (!Files.isDirectory(root)) {
        return List.of();
      }
      try (Stream<Path> entries = Files.list(root)) {
        return entries
            .filter(entry -> Files.exists(entry.resolve(ConfigFiles.FILE_NAME)))
            .map(YamlPlaces::lastName)
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.ConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Configurations on the class path, whose folders cannot be listed.
 *
 * @param root the path up to the folder of the experiment, empty or ending in a slash
 * @param folder the folder of the experiment that is asked for
 * @param loader the class path
 */
record ResourcePlaces(String root, String folder, ClassLoader loader) implements ConfigSource {

  private static final String END = "/" + ConfigFiles.FILE_NAME;

  /**
   * Looks at a resource's name.
   *
   * @throws IllegalArgumentException if it does not end in {@code <experiment>/config.yaml}
   */
  static ResourcePlaces of(String name) {
    String path = name.startsWith("/") ? name.substring(1) : name;
    if (!path.endsWith(END) || path.length() == END.length()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no configuration; its name ends in <experiment>" + END);
    }
    String parent = path.substring(0, path.length() - END.length());
    int slash = parent.lastIndexOf('/') + 1;
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
    return new ResourcePlaces(parent.substring(0, slash), parent.substring(slash), loader);
  }

  @Override
  public Optional<ConfigFile> read(String experiment) {
    try (InputStream in = loader.getResourceAsStream(root + experiment + END)) {
      return in == null ? Optional.empty() : Optional.of(new ConfigReader().read(experiment, in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> folders() {
    return List.of();
  }
}

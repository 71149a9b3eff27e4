package dev.crystallize.processor.read;

import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * Finds {@code experiments/<folder>/config.yaml}: in the folder that the option names, and there
 * alone, else through the compiler's own places. It never walks a project.
 */
public final class ConfigFinder {

  /** The option that names the folder which holds {@code <experiment>/config.yaml}. */
  public static final String OPTION = "crystallize.experiments";

  private static final List<StandardLocation> LOCATIONS =
      List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_OUTPUT);
  private static final String ROOT = "experiments";
  private static final String FILE = "config.yaml";

  private final Filer filer;
  private final Optional<String> option;
  private final ConfigReader reader = new ConfigReader();
  private final Map<String, ConfigSearch> found = new HashMap<>();
  private Optional<List<String>> siblings = Optional.empty();

  /**
   * Makes a finder.
   *
   * @param option the value of {@link #OPTION}, if it is given
   */
  public ConfigFinder(Filer filer, Optional<String> option) {
    this.filer = filer;
    this.option = option;
  }

  /** Looks for the configuration of an experiment and reads it, once in all rounds. */
  ConfigSearch search(String folder) {
    return found.computeIfAbsent(folder, this::searchAnew);
  }

  private ConfigSearch searchAnew(String folder) {
    Optional<String> problem = Names.problemWith(folder);
    if (problem.isPresent()) {
      return new ConfigSearch.BadName(problem.get());
    }
    return option.map(base -> searchIn(base, folder)).orElseGet(() -> searchLocations(folder));
  }

  /** Returns the folders beside the places looked at that hold a configuration, sorted. */
  List<String> siblings() {
    if (siblings.isEmpty()) {
      siblings = Optional.of(listed());
    }
    return siblings.get();
  }

  private List<String> listed() {
    Set<String> names = new TreeSet<>();
    if (option.isPresent()) {
      absolute(option.get()).ifPresent(base -> list(base, names));
    } else {
      for (StandardLocation location : LOCATIONS) {
        folderAt(location).ifPresent(base -> list(base, names));
      }
    }
    return List.copyOf(names);
  }

  /** Some compilers hand out files only, others only what exists. */
  private Optional<Path> folderAt(StandardLocation location) {
    return resource(location, ROOT + "/" + FILE)
        .flatMap(ConfigFinder::pathOf)
        .flatMap(file -> Optional.ofNullable(file.getParent()))
        .filter(folder -> folder.endsWith(ROOT))
        .or(() -> resource(location, ROOT).flatMap(ConfigFinder::pathOf));
  }

  private ConfigSearch searchIn(String base, String folder) {
    Optional<Path> root = absolute(base);
    if (root.isEmpty()) {
      return new ConfigSearch.BadOption(
          "-A" + OPTION + "=" + base + " must be the absolute path of a folder");
    }
    Path file = root.get().resolve(folder).resolve(FILE);
    return read(folder, file).orElseGet(() -> new ConfigSearch.Missing(List.of(file.toString())));
  }

  private Optional<ConfigSearch> read(String folder, Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return Optional.of(new ConfigSearch.Found(reader.read(folder, content)));
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  private ConfigSearch searchLocations(String folder) {
    List<String> tried = new ArrayList<>();
    String path = ROOT + "/" + folder + "/" + FILE;
    for (StandardLocation location : LOCATIONS) {
      Optional<FileObject> candidate = resource(location, path);
      if (candidate.isEmpty()) {
        Optional<ConfigSearch> direct = readDirectly(location, folder);
        if (direct.isPresent()) {
          return direct.get();
        }
        tried.add(title(location) + ": " + path);
        continue;
      }
      FileObject file = candidate.get();
      if (!file.toUri().getPath().endsWith(path)) {
        tried.add(title(location) + ": there is none, for the compiler was given no -d");
        continue;
      }
      try (InputStream content = file.openInputStream()) {
        return new ConfigSearch.Found(reader.read(folder, content));
      } catch (IOException | IllegalArgumentException | UnsupportedOperationException notHere) {
        tried.add(title(location) + ": " + pathOf(file).map(Path::toString).orElse(path));
      }
    }
    return new ConfigSearch.Missing(tried);
  }

  /** javac takes names for URIs and so refuses those with a space; its folder is asked instead. */
  private Optional<ConfigSearch> readDirectly(StandardLocation location, String folder) {
    return folder.indexOf(' ') < 0
        ? Optional.empty()
        : folderAt(location).flatMap(base -> read(folder, base.resolve(folder).resolve(FILE)));
  }

  private Optional<FileObject> resource(JavaFileManager.Location location, String path) {
    try {
      return Optional.ofNullable(filer.getResource(location, "", path));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException notHere) {
      return Optional.empty();
    }
  }

  private static String title(StandardLocation location) {
    return location == StandardLocation.SOURCE_PATH ? "source path" : "class output";
  }

  private static Optional<Path> pathOf(FileObject file) {
    URI uri = file.toUri();
    try {
      return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    } catch (IllegalArgumentException notOfTheDefaultFileSystem) {
      return Optional.empty();
    }
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static void list(Path base, Set<String> names) {
    try (Stream<Path> children = Files.list(base)) {
      children
          .filter(child -> Files.isRegularFile(child.resolve(FILE)))
          .map(child -> String.valueOf(child.getFileName()))
          .forEach(names::add);
    } catch (IOException | UncheckedIOException notAFolder) {
      // Only suggestions come from here; without a folder there are none.
    }
  }
}

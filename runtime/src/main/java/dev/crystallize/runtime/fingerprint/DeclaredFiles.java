package dev.crystallize.runtime.fingerprint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Digests files, folders and class path resources whose content counts as input. Each is read once
 * for each object of this class, which is for one thread.
 */
public final class DeclaredFiles {

  private final Path directory;
  private final Function<String, Optional<URL>> resources;
  private final Map<Path, String> files = new HashMap<>();
  private final Map<String, String> byResource = new HashMap<>();

  /**
   * Files below a directory and resources of a class path.
   *
   * @param directory what relative paths are relative to: the working directory
   * @param resources finds a class path resource by its name without a leading slash
   */
  public DeclaredFiles(Path directory, Function<String, Optional<URL>> resources) {
    this.directory = directory;
    this.resources = resources;
  }

  /**
   * Digests what a datasource declares to read.
   *
   * @param declared a file or folder relative to the directory, or a class path resource that
   *     begins with {@code /}; what is no resource may be an absolute path
   * @return SHA-256 in hexadecimal; of a folder, over the relative names and contents of all files
   *     below it
   * @throws FileNotFoundException if there is nothing of that name; says what was looked for
   * @throws IOException if it cannot be read
   */
  public String digest(String declared) throws IOException {
    if (!declared.startsWith("/")) {
      return digest(path(declared));
    }
    String known = byResource.get(declared);
    if (known != null) {
      return known;
    }
    Optional<URL> url = resources.apply(declared.substring(1));
    String content = url.isPresent() ? resource(declared, url.get()) : absolute(declared);
    byResource.put(declared, content);
    return content;
  }

  /**
   * Digests a file or folder.
   *
   * @param path the path, relative to the directory unless it is absolute
   * @return SHA-256 in hexadecimal
   * @throws FileNotFoundException if there is nothing of that name; says where it was looked for
   * @throws IOException if it cannot be read
   */
  public String digest(Path path) throws IOException {
    Path place = directory.resolve(path).normalize();
    String known = files.get(place);
    if (known != null) {
      return known;
    }
    if (!Files.exists(place)) {
      throw new FileNotFoundException(
          "there is no file or folder '" + path + "' (looked for " + place.toAbsolutePath() + ")");
    }
    String content =
        Files.isDirectory(place) ? FolderContent.ofFolder(place) : FolderContent.ofFile(place);
    files.put(place, content);
    return content;
  }

  private String resource(String declared, URL url) throws IOException {
    if (url.getProtocol().equals("file")) {
      Optional<Path> place = Resources.location(url, "");
      if (place.isPresent()) {
        return digest(place.get());
      }
    }
    if (declared.endsWith("/")) {
      throw new FileNotFoundException(
          "'" + declared + "' is a folder in a jar; name the resources in it one by one");
    }
    try (InputStream in = Resources.open(url)) {
      return FolderContent.ofStream(in);
    }
  }

  private String absolute(String declared) throws IOException {
    Path path = path(declared);
    if (!Files.exists(path)) {
      throw new FileNotFoundException(
          "there is no class path resource '"
              + declared
              + "'; a file is named relative to the working directory, without a leading slash");
    }
    return digest(path);
  }

  private static Path path(String text) throws IOException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IOException("'" + text + "' is no path: " + e.getReason(), e);
    }
  }
}

package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the resources of a class loader lie. */
final class Resources {

  private Resources() {}

  /** The folder or jar that holds a resource; empty if it is no file. */
  static Optional<Path> location(URL url, String resource) {
    try {
      if (url.getProtocol().equals("file")) {
        String text = url.toString();
        return text.endsWith(resource)
            ? real(new URI(text.substring(0, text.length() - resource.length())))
            : folderAbove(url, resource);
      }
      return url.openConnection() instanceof JarURLConnection jar
          ? real(jar.getJarFileURL().toURI())
          : Optional.empty();
    } catch (IOException | URISyntaxException e) {
      // Not a place on disk that anybody could name, which is what an empty answer means.
      return Optional.empty();
    }
  }

  /** The same by counting folders, for names that are escaped in the URL. */
  private static Optional<Path> folderAbove(URL url, String resource)
      throws IOException, URISyntaxException {
    Optional<Path> file = real(url.toURI());
    for (int i = 0; i < resource.split("/", -1).length && file.isPresent(); i++) {
      file = file.map(Path::getParent);
    }
    return file;
  }

  private static Optional<Path> real(URI uri) throws IOException {
    try {
      return Optional.of(Path.of(uri).toRealPath());
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Opens a resource as it is now; the platform's cache would keep a jar that was replaced. */
  static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  static byte[] read(URL url) throws IOException {
    try (InputStream in = open(url)) {
      return in.readAllBytes();
    }
  }
}

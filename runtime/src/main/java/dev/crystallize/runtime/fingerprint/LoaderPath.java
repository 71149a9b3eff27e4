package dev.crystallize.runtime.fingerprint;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The folders and jars that a class loader and its parents read, as far as they tell. */
final class LoaderPath {

  private final Set<Path> paths = new LinkedHashSet<>();

  private LoaderPath() {}

  /** Existing folders and jars by their real paths, those that manifests name included. */
  static Set<Path> of(@Nullable ClassLoader loader) throws IOException {
    LoaderPath path = new LoaderPath();
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          path.add(url);
        }
      } else if (each == ClassLoader.getSystemClassLoader()) {
        path.addList(classPath());
        path.addModules(System.getProperty("jdk.module.path", ""));
      }
    }
    return path.paths;
  }

  private static String classPath() {
    String list = System.getProperty("java.class.path", "");
    // Surefire sets the property itself and ends it with a separator that names no folder.
    boolean bySurefire = System.getProperty("surefire.real.class.path") != null;
    return bySurefire && list.endsWith(File.pathSeparator)
        ? list.substring(0, list.length() - File.pathSeparator.length())
        : list;
  }

  private void addList(String list) throws IOException {
    for (String item : list.split(File.pathSeparator, -1)) {
      // An empty item of a class path is the working directory; an empty class path is none.
      if (!list.isEmpty()) {
        add(Path.of(item));
      }
    }
  }

  /** A module path names jars and folders of a module each, or folders of such. */
  private void addModules(String list) throws IOException {
    for (String item : list.split(File.pathSeparator, -1)) {
      if (item.isEmpty()) {
        continue;
      }
      Path path = Path.of(item);
      if (Files.isDirectory(path) && !Files.exists(path.resolve("module-info.class"))) {
        try (var modules = Files.newDirectoryStream(path)) {
          for (Path module : modules) {
            if (Files.isDirectory(module) || module.toString().endsWith(".jar")) {
              add(module);
            }
          }
        }
      } else {
        add(path);
      }
    }
  }

  private void add(URL url) throws IOException {
    try {
      add(Path.of(url.toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      // A loader may read from places that are no files; classes from there are found missing.
    }
  }

  private void add(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Path real = path.toRealPath();
    if (paths.add(real) && Files.isRegularFile(real)) {
      addManifest(real);
    }
  }

  private void addManifest(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (names != null) {
        for (String name : names.trim().split(" +", -1)) {
          if (!name.isEmpty()) {
            addBeside(jar, name);
          }
        }
      }
    } catch (ZipException e) {
      // The loader takes no classes from a file that is no jar; its bytes count all the same.
    }
  }

  private void addBeside(Path jar, String name) throws IOException {
    try {
      add(Path.of(jar.toUri().resolve(new URI(name))));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      // The loader ignores what it cannot resolve, and so do we.
    }
  }
}

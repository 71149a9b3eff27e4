package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs folders into jars. */
final class Jars {

  private Jars() {}

  static Path pack(Path jar, Path... folders) throws IOException {
    return pack(jar, "", folders);
  }

  static Path pack(Path jar, String classPath, Path... folders) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path folder : folders) {
        for (Path each : files(folder)) {
          out.putNextEntry(new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
          Files.copy(each, out);
          out.closeEntry();
        }
      }
    }
    return jar;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}

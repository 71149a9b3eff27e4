package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Digests files and folders by content. */
final class FolderContent {

  private static final int BUFFER = 1 << 16;

  private FolderContent() {}

  /** SHA-256 of a stream's content, in hexadecimal. */
  static String ofStream(InputStream in) throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return Sha256.hex(digest);
  }

  static String ofFile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ofStream(in);
    }
  }

  /** Relative names and contents of all files below a folder; where the folder lies is left out. */
  static String ofFolder(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      all.filter(Files::isRegularFile).forEach(file -> files.put(relative(folder, file), file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    MessageDigest digest = Sha256.start();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String line = Escaped.of(file.getKey()) + "\t" + ofFile(file.getValue()) + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest);
  }

  /** A file's name below a folder, with slashes on every system. */
  static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}

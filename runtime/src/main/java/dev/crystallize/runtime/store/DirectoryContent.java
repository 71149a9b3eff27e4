package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.ArtifactException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a directory holds that is an artifact: files and folders, nothing else.
 *
 * <p>Its SHA-256 is that of the following, where {@code NUL} is a zero byte: {@code
 * crystallize-directory-1 NUL}, then for each entry below it, in the order of the bytes of its path
 * in UTF-8, either {@code D <path> NUL} for a folder or {@code F <size> <SHA-256> <path> NUL} for a
 * file, with {@code /} between the names of a path. So empty folders count, times do not.
 */
final class DirectoryContent {

  private static final String FORMAT = "crystallize-directory-1";
  private static final long POSITIVE = Long.MAX_VALUE;

  private final Path root;
  private final Map<byte[], BasicFileAttributes> entries = new TreeMap<>(Arrays::compareUnsigned);

  private DirectoryContent(Path root) {
    this.root = root;
  }

  /**
   * Lists a directory.
   *
   * @throws ArtifactException if it holds a symbolic link or something else that is no file
   * @throws IOException if it cannot be read
   */
  static DirectoryContent of(Path root) throws IOException {
    DirectoryContent content = new DirectoryContent(root);
    Files.walkFileTree(root, content.new Collector());
    return content;
  }

  /** The bytes of its files together. */
  long size() {
    return entries.values().stream()
        .filter(BasicFileAttributes::isRegularFile)
        .mapToLong(BasicFileAttributes::size)
        .sum();
  }

  /** The SHA-256 of its content. */
  byte[] sha256() throws IOException {
    MessageDigest digest = begun();
    for (Map.Entry<byte[], BasicFileAttributes> entry : entries.entrySet()) {
      byte[] path = entry.getKey();
      if (entry.getValue().isDirectory()) {
        add(digest, "D ", path);
      } else {
        String hash = Hashes.hex(Hashes.ofFile(file(path)));
        add(digest, "F " + entry.getValue().size() + " " + hash + " ", path);
      }
    }
    return digest.digest();
  }

  /**
   * A number that is the same as long as the names, sizes and times of its files are: what the time
   * of modification is to a single file.
   */
  long stamp() {
    MessageDigest digest = begun();
    entries.forEach(
        (path, attributes) ->
            add(
                digest,
                attributes.isDirectory()
                    ? "D "
                    : "F " + attributes.size() + " " + attributes.lastModifiedTime().toMillis(),
                path));
    long stamp = 0;
    for (byte b : Arrays.copyOf(digest.digest(), Long.BYTES)) {
      stamp = stamp << Byte.SIZE | (b & 0xff);
    }
    return stamp & POSITIVE;
  }

  private static MessageDigest begun() {
    MessageDigest digest = Hashes.sha256();
    add(digest, FORMAT, new byte[0]);
    return digest;
  }

  private static void add(MessageDigest digest, String text, byte[] path) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update(path);
    digest.update((byte) 0);
  }

  private Path file(byte[] path) {
    return root.resolve(new String(path, StandardCharsets.UTF_8));
  }

  /** Gathers the entries. */
  private final class Collector extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root)) {
        put(folder, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!attributes.isRegularFile()) {
        String what = attributes.isSymbolicLink() ? "a symbolic link" : "no file";
        throw new ArtifactException(
            Kind.CORRUPTED,
            root.relativize(file) + " is " + what + ", but an artifact holds files and folders");
      }
      put(file, attributes);
      return FileVisitResult.CONTINUE;
    }

    private void put(Path entry, BasicFileAttributes attributes) {
      String separator = root.getFileSystem().getSeparator();
      String path = root.relativize(entry).toString().replace(separator, "/");
      entries.put(path.getBytes(StandardCharsets.UTF_8), attributes);
    }
  }
}

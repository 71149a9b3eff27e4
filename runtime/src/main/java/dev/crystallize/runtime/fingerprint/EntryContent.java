package dev.crystallize.runtime.fingerprint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Digests what a class path entry holds by names, sizes and CRC-32, which the central directory of
 * a jar tells at once. The same files in a folder or in a jar have the same digest.
 */
final class EntryContent {

  private static final String META = "META-INF/";

  private EntryContent() {}

  /** A digest of the files that count, those below a folder left out; empty if there is none. */
  static Optional<String> digest(ClassPathEntry entry, Path leftOut) throws IOException {
    List<String> files;
    try {
      files = entry.isFolder() ? folder(entry.path(), leftOut) : jar(entry);
    } catch (ZipException e) {
      files = List.of(line("", Files.size(entry.path()), crc(entry.path())));
    }
    if (files.isEmpty()) {
      return Optional.empty();
    }
    List<String> sorted = new ArrayList<>(files);
    Collections.sort(sorted);
    MessageDigest digest = Sha256.start();
    sorted.forEach(file -> digest.update(file.getBytes(StandardCharsets.UTF_8)));
    return Optional.of(Sha256.shortHex(digest));
  }

  private static List<String> jar(ClassPathEntry entry) throws IOException {
    Predicate<String> counts = entry.isMixed() ? name -> isLibrary(entry, name) : name -> true;
    try (ZipFile zip = new ZipFile(entry.path().toFile())) {
      return zip.stream()
          .filter(each -> !each.isDirectory() && !isPacking(each.getName()))
          .filter(each -> counts.test(each.getName()))
          .map(EntryContent::line)
          .toList();
    }
  }

  /** What build tools write about the packing: it says nothing of the code. */
  private static boolean isPacking(String name) {
    return name.equals(META + "MANIFEST.MF") || name.startsWith(META + "maven/");
  }

  /** In a jar with libraries, what is neither the project's nor ours nor a list of both. */
  private static boolean isLibrary(ClassPathEntry entry, String name) {
    return entry.homeOf(name) == ClassHome.LIBRARY
        && !name.startsWith("experiments/")
        && !name.startsWith(META + "services/dev.crystallize.");
  }

  private static List<String> folder(Path root, Path leftOut) throws IOException {
    List<String> lines = new ArrayList<>();
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(leftOut) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = FolderContent.relative(root, file);
            if (attributes.isRegularFile() && !isPacking(name)) {
              lines.add(line(name, attributes.size(), crc(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return lines;
  }

  private static long crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in =
        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), crc)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return crc.getValue();
  }

  private static String line(ZipEntry entry) {
    return line(entry.getName(), entry.getSize(), entry.getCrc());
  }

  private static String line(String name, long size, long crc) {
    return Escaped.of(name) + "\t" + size + "\t" + crc + "\n";
  }
}

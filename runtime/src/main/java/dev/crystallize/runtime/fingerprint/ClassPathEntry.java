package dev.crystallize.runtime.fingerprint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A folder or jar that classes come from.
 *
 * @param path its real path
 * @param home what its classes are; {@link ClassHome#PROJECT} also for a jar that holds libraries
 *     besides
 * @param packages in a jar that holds libraries besides, the packages of the project, such as
 *     {@code com/acme/}; empty if all of the entry is of one home
 */
record ClassPathEntry(Path path, ClassHome home, Set<String> packages) {

  private static final Set<String> OURS =
      Set.of(
          "dev/crystallize/annotations/",
          "dev/crystallize/runtime/",
          "dev/crystallize/stats/",
          "org/apache/commons/cli/",
          "org/objectweb/asm/");

  boolean isFolder() {
    return Files.isDirectory(path);
  }

  /** Whether it is a jar of the project with its libraries in it. */
  boolean isMixed() {
    return !packages.isEmpty();
  }

  /** What a file in it belongs to. */
  ClassHome homeOf(String resource) {
    if (!isMixed() || inPackage(resource, packages)) {
      return home;
    }
    return inPackage(resource, OURS) ? ClassHome.OURS : ClassHome.LIBRARY;
  }

  private static boolean inPackage(String resource, Set<String> prefixes) {
    return prefixes.stream()
        .anyMatch(
            prefix -> prefix.isEmpty() ? resource.indexOf('/') < 0 : resource.startsWith(prefix));
  }
}

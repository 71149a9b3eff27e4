package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Digests all class path entries that are libraries. */
public final class Libraries {

  /** IntelliJ puts its launcher on the class path; no code of the project's needs it. */
  private static final Set<String> TOOLS = Set.of("idea_rt.jar");

  /** How many names of a folder's path tell it from others: {@code helpers/target/classes}. */
  private static final int FOLDER_NAMES = 3;

  private Libraries() {}

  /**
   * Reads the libraries of a class path: a jar's central directory, a folder's files.
   *
   * @param path the class path
   * @param written a folder whose files do not count, since runs write them: the data folder
   * @return a digest for each library, by the jar's file name or the end of the folder's path.
   *     Whether two class paths are the same is decided by the digests alone, not by the names.
   * @throws IOException if a folder or jar cannot be read
   */
  public static Facts of(ClassPath path, Path written) throws IOException {
    Path leftOut = Files.exists(written) ? written.toRealPath() : written.toAbsolutePath();
    Map<String, String> facts = new TreeMap<>();
    for (ClassPathEntry entry : path.entries()) {
      boolean library = entry.home() == ClassHome.LIBRARY || entry.isMixed();
      if (library && !TOOLS.contains(String.valueOf(entry.path().getFileName()))) {
        Optional<String> content = EntryContent.digest(entry, leftOut);
        if (content.isPresent()) {
          put(facts, label(entry), content.get());
        }
      }
    }
    return Facts.of(facts);
  }

  private static void put(Map<String, String> facts, String label, String content) {
    String free = label;
    for (int i = 2; facts.containsKey(free) && !facts.get(free).equals(content); i++) {
      free = label + " (" + i + ")";
    }
    facts.put(free, content);
  }

  private static String label(ClassPathEntry entry) {
    Path path = entry.path();
    int names = path.getNameCount();
    if (names == 0) {
      return path.toString();
    }
    int shown = entry.isFolder() ? Math.min(FOLDER_NAMES, names) : 1;
    return path.subpath(names - shown, names).toString().replace('\\', '/');
  }
}

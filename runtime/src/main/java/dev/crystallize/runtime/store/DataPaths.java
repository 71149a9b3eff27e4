package dev.crystallize.runtime.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where things lie in a data folder. No path built from a name leaves its folder, symbolic links
 * included.
 */
final class DataPaths {

  static final String STAGING = "_staging";
  private static final String JOURNAL = "_journal.jsonl";
  static final String MANIFEST = "_manifest.json";
  static final String METADATA = "metadata.json";
  static final String RESULTS = "results.json";
  static final String COMPLETE = ".crystallize_complete";

  private static final String OURS = ".crystallize";
  private static final Pattern VERSION = Pattern.compile("v(0|[1-9][0-9]{0,8})");

  private final Path root;

  /** The data folder, as its real path. */
  private DataPaths(Path root) {
    this.root = root;
  }

  /** The data folder; it is made if absent. */
  static DataPaths create(Path dataDirectory) throws IOException {
    Files.createDirectories(dataDirectory);
    return new DataPaths(dataDirectory.toRealPath());
  }

  /** A data folder that is only read and need not exist. */
  static DataPaths existing(Path dataDirectory) throws IOException {
    return new DataPaths(
        Files.exists(dataDirectory)
            ? dataDirectory.toRealPath()
            : dataDirectory.toAbsolutePath().normalize());
  }

  Path root() {
    return root;
  }

  Path lockFile() {
    return plain(plain(root.resolve(OURS)).resolve("lock"));
  }

  Path runs() {
    return plain(plain(root.resolve(OURS)).resolve("runs"));
  }

  /**
   * The folder of an experiment, which need not exist.
   *
   * @throws StoreException if it is a symbolic link
   */
  Path experiment(String name) {
    return plain(root.resolve(SafeNames.require("experiment", name)));
  }

  /**
   * A version's folder, which need not exist.
   *
   * @throws StoreException if it is a symbolic link
   */
  Path version(String experiment, int number) {
    return plain(experiment(experiment).resolve("v" + number));
  }

  /** The experiments that have a folder, in the order of their names. */
  List<String> experiments() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    return list(root).stream()
        .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
        .map(entry -> String.valueOf(entry.getFileName()))
        .filter(SafeNames::isSafe)
        .sorted()
        .toList();
  }

  /**
   * A version's journal, which need not exist.
   *
   * @throws StoreException if it is a symbolic link
   */
  static Path journal(Path version) {
    return plain(version.resolve(JOURNAL));
  }

  /** The numbers of an experiment's folders {@code v<N>}, ascending. */
  int[] versionNumbers(String experiment) throws IOException {
    Path folder = experiment(experiment);
    if (!Files.isDirectory(folder)) {
      return new int[0];
    }
    return list(folder).stream()
        .map(entry -> VERSION.matcher(String.valueOf(entry.getFileName())))
        .filter(Matcher::matches)
        .mapToInt(match -> Integer.parseInt(match.group(1)))
        .sorted()
        .toArray();
  }

  /** What lies in a folder, in no order. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The number of the next version: above all that exist, whoever made them. */
  int nextVersion(String experiment) throws IOException {
    return IntStream.of(versionNumbers(experiment)).max().orElse(-1) + 1;
  }

  /** Where an artifact lies in its version. */
  static Path artifact(Path version, int replicate, String condition, StoredOutput output) {
    return conditionOfReplicate(version, replicate, condition)
        .resolve(output.stepFolder())
        .resolve(output.fileName());
  }

  /** The folder of what a task wrote. */
  static Path conditionOfReplicate(Path version, int replicate, String condition) {
    return version
        .resolve("replicate_" + replicate)
        .resolve(SafeNames.require("condition", condition));
  }

  /** The folder of a condition's results. */
  static Path results(Path version, String condition) {
    return version.resolve(SafeNames.require("condition", condition));
  }

  /**
   * Makes a folder and those between it and a root that is known to be a real folder.
   *
   * @throws StoreException if one of them is a symbolic link or a file
   */
  static void makeFolder(Path folder, Path root) throws IOException {
    if (folder.equals(root)) {
      return;
    }
    makeFolder(folderOf(folder), root);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new StoreException(folder + " is in the way: it is no folder of its own", e);
      }
    }
  }

  /** The folder that a path names something in. */
  static Path folderOf(Path path) {
    Path folder = path.getParent();
    if (folder == null) {
      throw new StoreException(path + " lies in no folder");
    }
    return folder;
  }

  private static Path plain(Path folder) {
    if (Files.isSymbolicLink(folder)) {
      throw new StoreException(
          folder + " is a symbolic link; data must lie inside its data folder itself");
    }
    return folder;
  }
}

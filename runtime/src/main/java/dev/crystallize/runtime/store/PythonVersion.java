package dev.crystallize.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version that the Python system wrote: the files of our own layout, without a journal, so that
 * nothing tells whether an artifact is what was written. What the files say is for others to read.
 */
public final class PythonVersion {

  /** Far above what metrics take; a file that is larger is none of them. */
  private static final long LARGEST = 1L << 28;

  private static final String BASELINE = "baseline";

  private final String experiment;
  private final int number;
  private final Path folder;
  private final List<String> conditions;

  private PythonVersion(String experiment, int number, Path folder, List<String> conditions) {
    this.experiment = experiment;
    this.number = number;
    this.folder = folder;
    this.conditions = conditions;
  }

  /** Finds a version; empty if the folder holds no results. */
  static Optional<PythonVersion> find(DataPaths paths, String experiment, int number)
      throws IOException {
    Path folder = paths.version(experiment, number);
    // A journal, whole or not, tells that the version is ours.
    if (Files.exists(DataPaths.journal(folder), LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(folder.resolve(DataPaths.METADATA), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    List<String> conditions;
    try (Stream<Path> entries = Files.list(folder)) {
      conditions =
          entries
              .filter(entry -> Files.isRegularFile(entry.resolve(DataPaths.RESULTS)))
              .map(entry -> String.valueOf(entry.getFileName()))
              .filter(SafeNames::isSafe)
              .sorted()
              .toList();
    }
    // The baseline first, as everywhere.
    List<String> ordered =
        Stream.concat(
                conditions.stream().filter(BASELINE::equals),
                conditions.stream().filter(name -> !name.equals(BASELINE)))
            .toList();
    return ordered.isEmpty()
        ? Optional.empty()
        : Optional.of(new PythonVersion(experiment, number, folder, ordered));
  }

  /** The experiment, as its folder is called. */
  public String experiment() {
    return experiment;
  }

  /** N of its folder {@code v<N>}. */
  public int number() {
    return number;
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** The conditions that have results, the baseline first. */
  public List<String> conditions() {
    return conditions;
  }

  /** Whether a condition came to its end. */
  public boolean complete(String condition) {
    return Files.exists(DataPaths.results(folder, condition).resolve(DataPaths.COMPLETE));
  }

  /** What describes the version. */
  public Path metadata() {
    return folder.resolve(DataPaths.METADATA);
  }

  /** What a condition measured. */
  public Path results(String condition) {
    return DataPaths.results(folder, condition).resolve(DataPaths.RESULTS);
  }

  /** The file that says which step wrote which file; empty if there is none. */
  public Optional<Path> manifest() {
    Path manifest = folder.resolve(DataPaths.MANIFEST);
    return Files.exists(manifest) ? Optional.of(manifest) : Optional.empty();
  }

  /**
   * The content of one of these files.
   *
   * @throws StoreException if it cannot be read
   */
  public byte[] read(Path file) {
    try {
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw new StoreException(file + " leads out of its version's folder");
      }
      if (Files.size(file) > LARGEST) {
        throw new StoreException(file + " has more than " + LARGEST + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StoreException("cannot read " + file, e);
    }
  }

  /**
   * An artifact as it is now, for nobody wrote down what it was.
   *
   * @param stepFolder the folder of the step that wrote it, as the manifest has it
   * @param fileName the file's name
   * @return empty if there is no such file
   * @throws IllegalArgumentException if a name could lead out of the folder
   * @throws StoreException if it cannot be read
   */
  public Optional<UpstreamArtifact> artifact(
      String stepFolder, String fileName, String condition, int replicate) {
    Path file =
        DataPaths.conditionOfReplicate(folder, replicate, condition)
            .resolve(SafeNames.requireStep(stepFolder))
            .resolve(SafeNames.require("file name", fileName));
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw new StoreException(file + " leads out of its version's folder");
      }
      return Optional.of(
          new UpstreamArtifact(
              experiment, fileName, file, Files.size(file), Hashes.hex(Hashes.ofFile(file))));
    } catch (IOException e) {
      throw new StoreException("cannot read " + file, e);
    }
  }
}

package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.store.PythonVersion;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.StoredVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The results of earlier runs: lists, loads and compares the versions of experiments in a data
 * folder. It only reads, and may be used while runs write. Every call looks at the disk anew.
 *
 * <p>Data of the Python system are read as far as they go: metrics and files, but no seed,
 * hypotheses or hashes, and outputs by their file names. {@link Result#notes()} says what is left
 * out.
 *
 * <pre>{@code
 * DataFolder data = DataFolder.open(Path.of("data"));
 * System.out.println(data);
 * System.out.println(data.compare("evaluate", 3, 4));
 * }</pre>
 */
public final class DataFolder {

  private final Path path;
  private final dev.crystallize.runtime.store.DataFolder store;

  private DataFolder(Path path) {
    this.path = path;
    this.store = dev.crystallize.runtime.store.DataFolder.at(path);
  }

  /**
   * Opens a data folder.
   *
   * @param path the folder that runs were given, such as {@code data}
   * @return the folder
   * @throws StorageException if there is no such folder or it cannot be read
   */
  public static DataFolder open(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw new StorageException("there is no data folder " + absolute);
    }
    return reading(() -> new DataFolder(absolute));
  }

  /**
   * Where it is.
   *
   * @return an absolute path
   */
  public Path path() {
    return path;
  }

  /**
   * The experiments that have a version here.
   *
   * @return their names, sorted
   * @throws StorageException if the folder cannot be read
   */
  public List<String> experiments() {
    return reading(
        () ->
            store.experiments().stream()
                .filter(experiment -> !found(experiment).isEmpty())
                .toList());
  }

  /**
   * The versions of an experiment, damaged ones included.
   *
   * @param experiment the experiment's name
   * @return the oldest first
   * @throws IllegalArgumentException if there is no such experiment, with the nearest one
   * @throws StorageException if the folder cannot be read
   */
  public List<DataVersion> versions(String experiment) {
    List<DataVersion> versions =
        reading(
            () -> found(experiment).stream().map(version -> listed(experiment, version)).toList());
    if (versions.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no experiment '"
              + experiment
              + "' in "
              + path
              + Suggestions.of(experiment, experiments()).text());
    }
    return versions;
  }

  /**
   * Loads the newest version that is complete.
   *
   * @param experiment the experiment's name
   * @return its result
   * @throws IllegalArgumentException if there is no such experiment or none of its versions is
   *     complete, with what there is
   * @throws StorageException if it cannot be read
   */
  public Result load(String experiment) {
    List<DataVersion> versions = versions(experiment);
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (versions.get(i).state() == DataVersion.State.COMPLETE) {
        return load(experiment, versions.get(i).number());
      }
    }
    throw new IllegalArgumentException(
        "'" + experiment + "' has no complete version, so name one of these: " + told(versions));
  }

  /**
   * Loads a version, complete or not.
   *
   * @param experiment the experiment's name
   * @param version N of its folder {@code v<N>}
   * @return its result; {@link Result#complete} tells which conditions are complete
   * @throws IllegalArgumentException if there is no such experiment or version, with what there is
   * @throws StorageException if it cannot be read
   */
  public Result load(String experiment, int version) {
    return version(experiment, version).read(VersionReader::result, PythonReader::result);
  }

  /**
   * Compares two versions of an experiment, metric by metric.
   *
   * @param experiment the experiment's name
   * @param earlier N of the folder {@code v<N>} of the one
   * @param later that of the other
   * @return the comparison, which also says what else is different between them
   * @throws IllegalArgumentException if there is no such experiment or version, with what there is
   * @throws StorageException if one cannot be read
   */
  public Comparison compare(String experiment, int earlier, int later) {
    Found before = version(experiment, earlier);
    Found after = version(experiment, later);
    return Comparison.of(
        load(experiment, earlier),
        load(experiment, later),
        before.ours().isPresent() && after.ours().isPresent()
            ? reading(
                () ->
                    new VersionChanges(store)
                        .between(before.ours().orElseThrow(), after.ours().orElseThrow()))
            : List.of());
  }

  /**
   * Compares the two newest complete versions of an experiment.
   *
   * @param experiment the experiment's name
   * @return the comparison
   * @throws IllegalArgumentException if there is no such experiment or fewer than two of its
   *     versions are complete, with what there is
   * @throws StorageException if one cannot be read
   */
  public Comparison compareNewest(String experiment) {
    List<DataVersion> versions = versions(experiment);
    List<Integer> complete =
        versions.stream()
            .filter(version -> version.state() == DataVersion.State.COMPLETE)
            .map(DataVersion::number)
            .toList();
    if (complete.size() < 2) {
      throw new IllegalArgumentException(
          "'" + experiment + "' has fewer than two complete versions: " + told(versions));
    }
    return compare(
        experiment, complete.get(complete.size() - 2), complete.get(complete.size() - 1));
  }

  /** Returns a table of each experiment's versions. */
  @Override
  public String toString() {
    return DataFolderText.of(this);
  }

  private Found version(String experiment, int number) {
    return reading(() -> found(experiment, each -> each == number)).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + experiment
                        + "' has no version v"
                        + number
                        + "; there are "
                        + told(versions(experiment))));
  }

  private static String told(List<DataVersion> versions) {
    return versions.stream()
        .map(version -> "v" + version.number() + " (" + version.state() + ")")
        .collect(Collectors.joining(", "));
  }

  /** A version as it was found, of whoever wrote it, or else why it cannot be read. */
  private record Found(
      int number,
      Optional<StoredVersion> ours,
      Optional<PythonVersion> python,
      Optional<StoreException> problem) {

    <T> T read(Function<VersionReader, T> mine, Function<PythonReader, T> theirs) {
      if (problem.isPresent()) {
        throw new StorageException(String.valueOf(problem.get().getMessage()), problem.get());
      }
      return reading(
          () ->
              ours.map(version -> mine.apply(new VersionReader(version)))
                  .orElseGet(() -> theirs.apply(new PythonReader(python.orElseThrow()))));
    }
  }

  private DataVersion listed(String experiment, Found version) {
    try {
      return version.read(VersionReader::version, PythonReader::version);
    } catch (StorageException e) {
      Path folder = path.resolve(experiment).resolve("v" + version.number());
      return DataVersion.unreadable(
          experiment, version.number(), folder, String.valueOf(e.getMessage()));
    }
  }

  private List<Found> found(String experiment) {
    return found(experiment, any -> true);
  }

  private List<Found> found(String experiment, IntPredicate wanted) {
    return Arrays.stream(store.versionNumbers(experiment))
        .filter(wanted)
        .mapToObj(number -> found(experiment, number))
        .flatMap(Optional::stream)
        .toList();
  }

  /** One that is damaged, or no place for data, must not keep anyone from the others. */
  private Optional<Found> found(String experiment, int number) {
    try {
      Optional<StoredVersion> ours = store.version(experiment, number);
      Optional<PythonVersion> python =
          ours.isPresent() ? Optional.empty() : store.pythonVersion(experiment, number);
      return ours.isPresent() || python.isPresent()
          ? Optional.of(new Found(number, ours, python, Optional.empty()))
          : Optional.empty();
    } catch (StoreException e) {
      return Optional.of(new Found(number, Optional.empty(), Optional.empty(), Optional.of(e)));
    }
  }

  private static <T> T reading(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }
}

package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.ArtifactException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what runs have left in a data folder. It writes nothing. */
public final class DataFolder {

  private final DataPaths paths;

  private DataFolder(DataPaths paths) {
    this.paths = paths;
  }

  /**
   * A data folder, which need not exist.
   *
   * @throws StoreException if it cannot be read
   */
  public static DataFolder at(Path dataDirectory) {
    try {
      return new DataFolder(DataPaths.existing(dataDirectory));
    } catch (IOException e) {
      throw new StoreException("cannot read the data folder " + dataDirectory, e);
    }
  }

  /**
   * The newest version that a predicate accepts; folders without a journal of ours are passed over.
   *
   * @throws IllegalArgumentException if the name cannot be that of an experiment
   * @throws StoreException if the folder cannot be read
   */
  public Optional<StoredVersion> newest(String experiment, Predicate<StoredVersion> accepted) {
    try {
      int[] numbers = paths.versionNumbers(experiment);
      for (int i = numbers.length - 1; i >= 0; i--) {
        Optional<StoredVersion> version =
            StoredVersion.read(paths, new Leases(paths), experiment, numbers[i]);
        if (version.filter(accepted).isPresent()) {
          return version;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException("cannot read the versions of '" + experiment + "'", e);
    }
  }

  /**
   * A version by its number; empty if there is none of ours.
   *
   * @throws IllegalArgumentException if the name cannot be that of an experiment
   * @throws StoreException if the folder cannot be read
   */
  public Optional<StoredVersion> version(String experiment, int number) {
    try {
      return StoredVersion.read(paths, new Leases(paths), experiment, number);
    } catch (IOException e) {
      throw new StoreException("cannot read v" + number + " of '" + experiment + "'", e);
    }
  }

  /**
   * A version that the Python system wrote, by its number; empty if there is none of its.
   *
   * @throws IllegalArgumentException if the name cannot be that of an experiment
   * @throws StoreException if the folder cannot be read
   */
  public Optional<PythonVersion> pythonVersion(String experiment, int number) {
    try {
      return PythonVersion.find(paths, experiment, number);
    } catch (IOException e) {
      throw new StoreException("cannot read v" + number + " of '" + experiment + "'", e);
    }
  }

  /**
   * The experiments that have a folder, by name.
   *
   * @throws StoreException if the folder cannot be read
   */
  public List<String> experiments() {
    try {
      return paths.experiments();
    } catch (IOException e) {
      throw new StoreException("cannot read the data folder " + paths.root(), e);
    }
  }

  /**
   * The numbers of an experiment's folders {@code v<N>}, ascending.
   *
   * @throws IllegalArgumentException if the name cannot be that of an experiment
   * @throws StoreException if the folder cannot be read
   */
  public int[] versionNumbers(String experiment) {
    try {
      return paths.versionNumbers(experiment);
    } catch (IOException e) {
      throw new StoreException("cannot read the versions of '" + experiment + "'", e);
    }
  }

  /**
   * The version that others read: the newest that is full and not running.
   *
   * @throws ArtifactException if there is none, naming the newest one that is not full
   * @throws StoreException if the folder cannot be read
   */
  public StoredVersion newestFull(String experiment) {
    return newest(experiment, version -> version.state() == VersionState.FULL)
        .orElseThrow(() -> noneFull(experiment));
  }

  /**
   * Decides what a run with {@code --resume} would do, without a trace on the disk.
   *
   * @throws StoreException if a folder cannot be read
   */
  public Resumption plan(ResumeRequest request) {
    return Resumption.plan(paths, request, VersionRules.STRICT);
  }

  private ArtifactException noneFull(String experiment) {
    String newest =
        newest(experiment, version -> true)
            .map(
                version ->
                    version.state() == VersionState.RUNNING
                        ? "; " + version.folder() + " is still running"
                        : "; "
                            + version.folder()
                            + " is not complete: run it again with --resume, or name that version")
            .orElse("; there is no version at all, so run it first");
    return new ArtifactException(
        Kind.MISSING, "'" + experiment + "' has no complete version in " + paths.root() + newest);
  }
}

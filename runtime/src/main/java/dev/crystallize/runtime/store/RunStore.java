package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.plan.PlannedExperiment;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What one run holds of a data folder: its lease, its journals and the thread that tends them. */
public final class RunStore implements AutoCloseable {

  private final DataPaths paths;
  private final Lease lease;
  private final JournalFiles files;
  private final JournalTender clock;
  private final VersionRules rules;
  private final AtomicLong staged = new AtomicLong();
  private final ThreadLocal<LineEncoder> encoders = ThreadLocal.withInitial(LineEncoder::new);

  private RunStore(
      DataPaths paths, Lease lease, JournalFiles files, JournalTender clock, VersionRules rules) {
    this.paths = paths;
    this.lease = lease;
    this.files = files;
    this.clock = clock;
    this.rules = rules;
  }

  /**
   * Opens a data folder for a run; it is made if absent.
   *
   * @throws StoreException if the folder cannot be written
   */
  public static RunStore open(Path dataDirectory) {
    return open(dataDirectory, JournalFiles::append, new StoreClock(), VersionRules.STRICT);
  }

  static RunStore open(
      Path dataDirectory, JournalFiles.Opener opener, JournalTender clock, VersionRules rules) {
    try {
      DataPaths paths = DataPaths.create(dataDirectory);
      Lease lease = Lease.take(paths);
      return new RunStore(paths, lease, new JournalFiles(opener), clock, rules);
    } catch (IOException e) {
      throw new StoreException("cannot use the data folder " + dataDirectory, e);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // Providers answer with either to an option that they do not know.
      throw new StoreException(
          "cannot use the data folder " + dataDirectory,
          new IOException("its file system cannot be written or has no locks", e));
    }
  }

  /**
   * Starts to tend the journals in the background. Called once, before the first task.
   *
   * @param onFailure is told if that fails; the run must stop
   */
  public void start(Consumer<StoreException> onFailure) {
    clock.start(onFailure);
  }

  /** Identifies the run among all that ever used the folder. */
  public String id() {
    return lease.id();
  }

  /** The data folder as its real path. */
  public Path dataFolder() {
    return paths.root();
  }

  /**
   * The place of an experiment's results. Nothing is written until its first task begins.
   *
   * @param storage what to write of it
   * @param planned what is planned for it
   * @param clusters which of its replicates are not independent of each other
   */
  public NodeStore node(NodeStorage storage, PlannedExperiment planned, Clusters clusters) {
    return new NodeStore(this, storage, planned, clusters);
  }

  /**
   * Decides what the run takes up of earlier ones. Nothing is written.
   *
   * @throws StoreException if the data folder cannot be read
   */
  public Resumption resumption(ResumeRequest request) {
    return Resumption.plan(paths, request, rules);
  }

  /**
   * Deletes old versions, unless another run uses the data folder.
   *
   * @param experiments the experiments whose versions are meant
   * @param keep how many full versions of each stay; open ones that are newer stay, too
   * @param own folders of versions that stay in any case, as the results of this run
   * @throws StoreException if that fails
   */
  public Pruning prune(List<String> experiments, int keep, Set<Path> own) {
    try {
      return new VersionPruner(paths, lease.id(), rules).prune(experiments, keep, own);
    } catch (IOException e) {
      throw new StoreException("cannot delete old versions in " + paths.root(), e);
    }
  }

  /**
   * Takes over a version that is not full: cuts what follows the valid part of its journal and
   * appends a header.
   *
   * @return the version; empty if another run has taken it or made a newer one since it was read
   */
  Optional<OwnedVersion> claim(StoredVersion version, byte[] header) throws IOException {
    return ShortLock.holding(
        paths.lockFile(),
        () -> {
          String experiment = version.header().experiment();
          Path file = DataPaths.journal(version.folder());
          if (!rules.claimable(Lease.isHeld(paths, version.header().run()))
              || Journal.size(file) != version.fileSize()
              || hasNewer(experiment, version.number())) {
            return Optional.empty();
          }
          lease.own(experiment, version.number());
          try (FileChannel journal =
              FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            journal.truncate(version.length());
          }
          clearStaging(version.folder());
          return Optional.of(
              own(version.number(), version.folder(), header, version.definitions()));
        });
  }

  /** Folders without a journal of ours are no versions. */
  private boolean hasNewer(String experiment, int number) throws IOException {
    for (int other : paths.versionNumbers(experiment)) {
      if (other > number
          && Journal.full(DataPaths.journal(paths.version(experiment, other))).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static void clearStaging(Path folder) throws IOException {
    Path staging = folder.resolve(DataPaths.STAGING);
    DataPaths.makeFolder(staging, folder);
    for (Path file : DataPaths.list(staging)) {
      FileTrees.delete(file);
    }
  }

  private OwnedVersion own(
      int number, Path folder, byte[] header, Map<Integer, Definition> definitions)
      throws IOException {
    JournalWriter journal = new JournalWriter(DataPaths.journal(folder), files);
    journal.append(header, true);
    clock.add(journal);
    return new OwnedVersion(number, folder, journal, definitions);
  }

  /** Makes the next version of an experiment, with a journal that begins with the given header. */
  OwnedVersion allocate(String experiment, byte[] header) throws IOException {
    return ShortLock.holding(
        paths.lockFile(),
        () -> {
          DataPaths.makeFolder(paths.experiment(experiment), paths.root());
          int number = makeNext(experiment);
          Path folder = paths.version(experiment, number);
          Files.createDirectory(folder.resolve(DataPaths.STAGING));
          lease.own(experiment, number);
          return own(number, folder, header, Map.of());
        });
  }

  /** Tools that know no lock may make a version at the same moment; then the next one is ours. */
  private int makeNext(String experiment) throws IOException {
    while (true) {
      int number = paths.nextVersion(experiment);
      try {
        Files.createDirectory(paths.version(experiment, number));
        return number;
      } catch (FileAlreadyExistsException e) {
        if (paths.nextVersion(experiment) == number) {
          throw e;
        }
      }
    }
  }

  /** Makes the lines of tasks: one for each thread, so that it need not be made for each line. */
  ThreadLocal<LineEncoder> encoders() {
    return encoders;
  }

  /** A name that no other attempt, run or process uses for a staged file. */
  String stagedName(int task, int attempt) {
    return lease.id() + "-t" + task + "-a" + attempt + "-" + staged.getAndIncrement();
  }

  /**
   * Brings everything to the disk and gives the lease back. Nothing may be written afterwards.
   *
   * @throws StoreException if that fails
   */
  @Override
  public void close() {
    try {
      try {
        clock.stop();
      } finally {
        lease.close();
      }
    } catch (IOException e) {
      throw new StoreException("cannot finish the run in " + paths.root(), e);
    }
  }
}

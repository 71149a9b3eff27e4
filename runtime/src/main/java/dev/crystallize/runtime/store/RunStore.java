package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.PlannedExperiment;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What one run holds of a data folder: its lease, its journals and the thread that tends them. */
public final class RunStore implements AutoCloseable {

  private final DataPaths paths;
  private final Lease lease;
  private final JournalFiles files;
  private final StoreClock clock;
  private final AtomicLong staged = new AtomicLong();

  private RunStore(DataPaths paths, Lease lease, JournalFiles files, StoreClock clock) {
    this.paths = paths;
    this.lease = lease;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Opens a data folder for a run; it is made if absent.
   *
   * @throws StoreException if the folder cannot be written
   */
  public static RunStore open(Path dataDirectory) {
    return open(dataDirectory, JournalFiles::append);
  }

  static RunStore open(Path dataDirectory, JournalFiles.Opener opener) {
    try {
      DataPaths paths = DataPaths.create(dataDirectory);
      Lease lease = Lease.take(paths);
      return new RunStore(paths, lease, new JournalFiles(opener), new StoreClock());
    } catch (IOException e) {
      throw new StoreException("cannot use the data folder " + dataDirectory, e);
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
   * @param upstreams the places of the experiments that it reads
   */
  public NodeStore node(NodeStorage storage, PlannedExperiment planned, List<NodeStore> upstreams) {
    return new NodeStore(this, storage, planned, upstreams);
  }

  /** Makes the next version of an experiment, with a journal that begins with the given header. */
  Version allocate(String experiment, byte[] header) throws IOException {
    return ShortLock.holding(
        paths.lockFile(),
        () -> {
          DataPaths.makeFolder(paths.experiment(experiment), paths.root());
          int number = makeNext(experiment);
          Path folder = paths.version(experiment, number);
          Files.createDirectory(folder.resolve(DataPaths.STAGING));
          lease.own(experiment, number);
          JournalWriter journal = new JournalWriter(folder.resolve(DataPaths.JOURNAL), files);
          journal.append(header, true);
          clock.add(journal);
          return new Version(number, folder, journal);
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

  /** A version that this run owns. */
  record Version(int number, Path folder, JournalWriter journal) {}
}

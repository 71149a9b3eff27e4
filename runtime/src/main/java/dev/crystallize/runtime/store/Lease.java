package dev.crystallize.runtime.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run's claim on what it writes: a file that stays locked while the run lives.
 *
 * <p>The JVM's own leases are also listed in the system properties, one string per lease, since
 * asking the file system about them would drop their locks.
 */
final class Lease implements AutoCloseable {

  private static final String HELD = "dev.crystallize.lease:";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  private final DataPaths paths;
  private final String id;
  private final Path file;

  /** Unlike a channel, it is not closed by an interrupt of a thread that happens to write. */
  private final RandomAccessFile access;

  private Lease(DataPaths paths, String id, Path file, RandomAccessFile access) {
    this.paths = paths;
    this.id = id;
    this.file = file;
    this.access = access;
  }

  /** Takes a lease on a data folder and clears away those of dead runs. */
  static Lease take(DataPaths paths) throws IOException {
    DataPaths.makeFolder(paths.runs(), paths.root());
    return ShortLock.holding(paths.lockFile(), () -> takeLocked(paths));
  }

  private static Lease takeLocked(DataPaths paths) throws IOException {
    removeDead(paths);
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Path file = paths.runs().resolve(id);
    RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw");
    FileLock lock = access.getChannel().tryLock();
    if (lock == null) {
      throw new StoreException(file + " is new and yet locked by another process");
    }
    System.setProperty(HELD + file, "held");
    Lease lease = new Lease(paths, id, file, access);
    lease.append(
        JsonText.line(
            json ->
                json.writeStartObject()
                    .writeNumberProperty("process", ProcessHandle.current().pid())
                    .writeStringProperty("host", host())
                    .writeStringProperty(
                        "start", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                    .writeEndObject()));
    return lease;
  }

  String id() {
    return id;
  }

  /** Adds a version to those that the run owns. */
  void own(String experiment, int version) throws IOException {
    append(
        JsonText.line(
            json ->
                json.writeStartObject()
                    .writeStringProperty("version", experiment + "/v" + version)
                    .writeEndObject()));
  }

  private synchronized void append(byte[] line) throws IOException {
    access.seek(access.length());
    access.write(line);
  }

  /** Whether the run of a lease still lives, in this JVM or elsewhere. */
  static boolean isHeld(DataPaths paths, String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      return false;
    }
    return isHeld(paths.runs().resolve(id));
  }

  // The channel stays open on purpose where closing it would drop a lock of this JVM.
  @SuppressWarnings("resource")
  private static boolean isHeld(Path file) throws IOException {
    if (System.getProperty(HELD + file) != null) {
      return true;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return false;
    }
    try {
      FileLock lock = channel.tryLock();
      channel.close();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Whether another run than one's own lives. Called under the short lock. */
  static boolean othersHold(DataPaths paths, String own) throws IOException {
    try (Stream<Path> leases = Files.list(paths.runs())) {
      for (Path lease : (Iterable<Path>) leases::iterator) {
        String id = String.valueOf(lease.getFileName());
        if (!id.equals(own) && ID.matcher(id).matches() && isHeld(lease)) {
          return true;
        }
      }
      return false;
    }
  }

  private static void removeDead(DataPaths paths) throws IOException {
    try (Stream<Path> leases = Files.list(paths.runs())) {
      for (Path lease : (Iterable<Path>) leases::iterator) {
        if (ID.matcher(String.valueOf(lease.getFileName())).matches() && !isHeld(lease)) {
          Files.deleteIfExists(lease);
        }
      }
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  @Override
  public void close() throws IOException {
    ShortLock.holding(
        paths.lockFile(),
        () -> {
          Files.deleteIfExists(file);
          access.close();
          System.clearProperty(HELD + file);
          return file;
        });
  }
}

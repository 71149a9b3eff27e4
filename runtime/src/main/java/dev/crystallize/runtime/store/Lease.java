package dev.crystallize.runtime.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

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
  private final LeaseFile access;

  private Lease(DataPaths paths, String id, Path file, LeaseFile access) {
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
    AtomicMove.requireIn(paths.runs(), id);
    Path file = paths.runs().resolve(id);
    LeaseFile access = LeaseFile.create(file);
    System.setProperty(HELD + file, "held");
    Lease lease = new Lease(paths, id, file, access);
    boolean taken = false;
    try {
      lease.append(owner());
      taken = true;
      return lease;
    } finally {
      if (!taken) {
        lease.giveBack();
      }
    }
  }

  private static byte[] owner() {
    return JsonText.line(
        json ->
            json.writeStartObject()
                .writeNumberProperty("process", ProcessHandle.current().pid())
                .writeStringProperty("host", host())
                .writeStringProperty(
                    "start", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .writeEndObject());
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
    access.append(line);
  }

  /** Whether the run of a lease still lives, in this JVM or elsewhere. */
  static boolean isHeld(DataPaths paths, String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      return false;
    }
    return isHeld(paths.runs().resolve(id));
  }

  /**
   * Asks for a lock to share, so that two who ask at once do not take each other for its owner, and
   * so that it can be asked where nothing may be written. A link is nobody's lease.
   */
  // The channel stays open on purpose where closing it would drop a lock of this JVM.
  @SuppressWarnings("resource")
  private static boolean isHeld(Path file) throws IOException {
    if (System.getProperty(HELD + file) != null) {
      return true;
    }
    if (Files.isSymbolicLink(file)) {
      return false;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return false;
    }
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      channel.close();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Whether another run than one's own lives. Called under the short lock. */
  static boolean othersHold(DataPaths paths, String own) throws IOException {
    for (Path lease : DataPaths.list(paths.runs())) {
      String id = String.valueOf(lease.getFileName());
      if (!id.equals(own) && ID.matcher(id).matches() && isHeld(lease)) {
        return true;
      }
    }
    return false;
  }

  private static void removeDead(DataPaths paths) throws IOException {
    for (Path lease : DataPaths.list(paths.runs())) {
      if (ID.matcher(String.valueOf(lease.getFileName())).matches() && !isHeld(lease)) {
        Files.deleteIfExists(lease);
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

  /** Gives it back under the short lock, and where that cannot be had, without. */
  @Override
  public void close() throws IOException {
    try {
      ShortLock.holding(
          paths.lockFile(),
          () -> {
            giveBack();
            return file;
          });
    } finally {
      giveBack();
    }
  }

  /** Whatever fails, nobody is told afterwards that the run still lives. Done once. */
  private void giveBack() throws IOException {
    if (System.getProperty(HELD + file) == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } finally {
      try {
        access.close();
      } finally {
        System.clearProperty(HELD + file);
      }
    }
  }
}

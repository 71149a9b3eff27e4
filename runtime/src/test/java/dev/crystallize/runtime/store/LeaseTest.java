package dev.crystallize.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

  @TempDir private Path data;
  private DataPaths paths;

  @BeforeEach
  void openFolder() throws IOException {
    paths = DataPaths.create(data);
  }

  @Test
  void aLeaseIsHeldUntilItIsClosed() throws IOException {
    Lease lease = Lease.take(paths);
    assertThat(Lease.isHeld(paths, lease.id())).isTrue();
    lease.close();
    assertThat(Lease.isHeld(paths, lease.id())).isFalse();
    assertThat(paths.runs().resolve(lease.id())).doesNotExist();
  }

  @Test
  void askingForALeaseDoesNotDropItsLock() throws Exception {
    try (Lease lease = Lease.take(paths)) {
      assertThat(Lease.isHeld(paths, lease.id())).isTrue();
      assertThat(isLockedForOthers(paths.runs().resolve(lease.id()))).isTrue();
    }
  }

  @Test
  void aLeaseOfADeadRunIsNotHeldAndIsClearedAway() throws IOException {
    Files.createDirectories(paths.runs());
    Path dead = Files.createFile(paths.runs().resolve("0123456789abcdef"));
    assertThat(Lease.isHeld(paths, "0123456789abcdef")).isFalse();
    Lease.take(paths).close();
    assertThat(dead).doesNotExist();
  }

  @Test
  void aLeaseNamesItsProcessAndVersions() throws IOException {
    try (Lease lease = Lease.take(paths)) {
      lease.own("producer", 3);
      List<String> lines = Files.readAllLines(paths.runs().resolve(lease.id()));
      assertThat(lines.get(0)).contains("\"process\":" + ProcessHandle.current().pid());
      assertThat(lines.get(1)).isEqualTo("{\"version\":\"producer/v3\"}");
    }
  }

  @Test
  void aNameThatIsNoLeaseIsNotLookedUp() throws IOException {
    assertThat(Lease.isHeld(paths, "../lock")).isFalse();
  }

  @Test
  void theShortLockIsTakenByAnInterruptedThreadToo() throws IOException {
    Files.createDirectories(paths.runs());
    Thread.currentThread().interrupt();
    int result = ShortLock.holding(paths.lockFile(), () -> 7);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isEqualTo(7);
  }

  /** Asks in another process, since a process never sees its own POSIX locks. */
  private static boolean isLockedForOthers(Path file) throws Exception {
    Path source = file.resolveSibling("Ask.java");
    Files.writeString(
        source,
        "public class Ask { public static void main(String[] a) throws Exception {"
            + " try (var c = java.nio.channels.FileChannel.open(java.nio.file.Path.of(a[0]),"
            + " java.nio.file.StandardOpenOption.WRITE)) {"
            + " System.exit(c.tryLock() == null ? 3 : 4); } } }");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process asking =
        new ProcessBuilder(java.toString(), source.toString(), file.toString()).start();
    int answer = asking.waitFor();
    assertThat(answer).isIn(3, 4);
    return answer == 3;
  }
}

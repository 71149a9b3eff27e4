package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crystallize.runtime.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real disks that are full or refuse to be written, where such can be mounted. */
class FullDiskTest {

  @TempDir private static Path whole;
  private static Map<String, String> expected = Map.of();

  @TempDir private Path temp;
  private Path disk;
  private Path data;
  private boolean mounted;

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    Path undisturbed = whole.resolve("data");
    StudyProcess.run(undisturbed).close();
    expected = StudyData.results(undisturbed);
  }

  @BeforeEach
  void mountADisk() throws IOException, InterruptedException {
    disk = Files.createDirectory(temp.resolve("disk"));
    data = disk.resolve("data");
    mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString());
    assumeTrue(mounted, "disks in memory can be mounted (by root, on Linux)");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(succeeds("umount", "--lazy", disk.toString())).isTrue();
    }
  }

  /** Full at the first folder, in the midst of artifacts, and in the last files. */
  @ParameterizedTest
  @ValueSource(ints = {4, 200, 480})
  void aRunOnAFullDiskSaysSoAndIsResumedWhenThereIsSpace(int kilobytes)
      throws IOException, InterruptedException {
    remount("size=" + kilobytes + "k");
    Set<String> committed;
    try (StudyProcess full = StudyProcess.run(data)) {
      assertThat(full.exitCode()).as(full.errors()).isEqualTo(1);
      assertThat(full.errors())
          .contains("error: ", "No space left on device", "--resume")
          .doesNotContain("\tat ");
      committed = StudyData.committed(data);
    }
    remount("size=16m");
    assertResumes(committed);
  }

  @Test
  void aDiskThatCannotBeWrittenIsNamedAndCanBeRead() throws IOException, InterruptedException {
    StudyProcess.run(data).close();
    remount("ro");
    try (StudyProcess refused = StudyProcess.run(data, "--resume")) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.errors())
          .contains("error: cannot use the data folder " + data, "Read-only file system")
          .doesNotContain("\tat ");
      assertThat(refused.started()).isEmpty();
    }
    assertThat(DataFolder.at(data).newestFull("sum").tasks()).hasSize(KilledStudy.TASKS / 2);
    remount("rw");
    assertResumes(StudyData.committed(data));
  }

  @Test
  void whatAKilledRunLeftCanBeReadWhereNothingCanBeWritten()
      throws IOException, InterruptedException {
    try (StudyProcess killed = StudyProcess.begin(data)) {
      killed.goOn();
      while (StudyData.committed(data).isEmpty()) {
        Thread.onSpinWait();
      }
      killed.killAfter(Duration.ZERO);
    }
    Set<String> committed = StudyData.committed(data);
    remount("ro");
    assertThat(StudyData.committed(data)).isEqualTo(committed).isNotEmpty();
    remount("rw");
    assertResumes(committed);
  }

  private void assertResumes(Set<String> committed) throws IOException, InterruptedException {
    try (StudyProcess resumed = StudyProcess.run(data, "--resume")) {
      assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
      assertThat(resumed.started()).filteredOn(committed::contains).isEmpty();
      assertThat(resumed.started()).hasSize(KilledStudy.TASKS - committed.size());
    }
    assertThat(StudyData.results(data)).isEqualTo(expected);
  }

  private void remount(String option) throws IOException, InterruptedException {
    assertThat(succeeds("mount", "-o", "remount," + option, disk.toString())).isTrue();
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // No such command here.
    }
  }
}

package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.VersionState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory.Standard;

/** Runs in JVMs that are given little: few open files, little memory. */
class LimitsTest {

  /** More in the profile {@code long}. */
  private static final int EXPERIMENTS = Integer.getInteger("crystallize.experiments", 300);

  private static final int OPEN_FILES = Integer.getInteger("crystallize.open.files", 96);
  private static final int MEGABYTES = Integer.getInteger("crystallize.megabytes", 128);
  private static final int HEAP = Integer.getInteger("crystallize.heap", 32);

  @Test
  void aLargeGraphNeedsFewOpenFiles(@TempDir Path temp) throws IOException, InterruptedException {
    Path data = temp.resolve("data");
    assumeTrue(Files.exists(Path.of("/bin/sh")), "limits are set by a shell");
    List<String> limited =
        List.of("/bin/sh", "-c", "ulimit -n " + OPEN_FILES + " && exec \"$@\"", "sh");
    for (String mode : List.of("--fail-fast", "--resume")) {
      List<String> command = new ArrayList<>(limited);
      command.addAll(
          java(WideStudy.class, List.of(), String.valueOf(EXPERIMENTS), mode, "--data=" + data));
      assertSucceeds(command);
    }
    DataFolder folder = DataFolder.at(data);
    for (int i = 0; i < EXPERIMENTS; i++) {
      String name = WideStudy.name(i);
      assertThat(folder.newestFull(name).number()).isZero();
      assertThat(folder.version(name, 1)).isEmpty();
    }
  }

  /** Written and read back through streams: it is never in memory as a whole. */
  @Test
  void anArtifactMayBeLargerThanTheHeap(@TempDir(factory = Standard.class) Path temp)
      throws IOException, InterruptedException {
    Path data = temp.resolve("data");
    List<String> little = List.of("-Xmx" + HEAP + "m");
    assertSucceeds(java(LargeStudy.class, little, String.valueOf(MEGABYTES), "--data=" + data));
    Path artifact = DataFolder.at(data).newestFull("write").artifact("large", "baseline", 0).path();
    assertThat(Files.size(artifact)).isEqualTo((long) MEGABYTES << 20);
    assertSucceeds(
        java(
            LargeStudy.class,
            little,
            String.valueOf(MEGABYTES),
            "--resume",
            "--verify",
            "--data=" + data));
    assertThat(DataFolder.at(data).newest("read", any -> true).orElseThrow())
        .satisfies(version -> assertThat(version.number()).isZero())
        .satisfies(version -> assertThat(version.state()).isEqualTo(VersionState.FULL));
  }

  private static List<String> java(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    command.add("--quiet");
    return command;
  }

  private static void assertSucceeds(List<String> command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}

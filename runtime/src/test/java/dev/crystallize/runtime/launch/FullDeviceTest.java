package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are asked for besides the data, where there is no room for them. */
class FullDeviceTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path data;

  @ParameterizedTest
  @ValueSource(strings = {"--csv", "--dot"})
  void itIsToldWithoutBlamingTheDataFolder(String option) {
    assumeTrue(Files.exists(FULL) && !Files.isRegularFile(FULL), "there is no device that is full");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExperimentNode node = ExperimentNode.builder("study").metric("m", context -> 1).build();

    int code =
        Launcher.run(
            ExperimentGraph.of(node),
            new String[] {"--data=" + data, option, FULL.toString(), "--quiet"},
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error: cannot write /dev/full")
        .doesNotContain("--resume");
  }
}

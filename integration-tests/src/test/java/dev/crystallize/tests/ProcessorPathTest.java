package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles against the packaged processor, wherever the real runtime stands on its path. */
class ProcessorPathTest {
  @TempDir private Path folder;
  private Path source;

  @BeforeEach
  void writeASource() throws Exception {
    source =
        Files.writeString(
            folder.resolve("Tiny.java"),
            """
            @dev.crystallize.annotations.Experiment
            final class Tiny {}
            """);
  }

  @Test
  void runsAlone() {
    assertThatItRunsOn(Jars.pathOf(Jars.PROCESSOR));
  }

  @Test
  void runsWithTheRuntimeBeforeIt() {
    assertThatItRunsOn(Jars.pathOf(Jars.RUNTIME, Jars.ANNOTATIONS, Jars.PROCESSOR));
  }

  @Test
  void runsWithTheRuntimeBehindIt() {
    assertThatItRunsOn(Jars.pathOf(Jars.PROCESSOR, Jars.RUNTIME, Jars.ANNOTATIONS));
  }

  private void assertThatItRunsOn(String processorPath) {
    Tool javac =
        Tool.run(
            "javac",
            "-XprintProcessorInfo",
            "-processorpath",
            processorPath,
            "-cp",
            Jars.runtimePath(),
            "-d",
            folder.resolve("classes").toString(),
            source.toString());

    assertThat(javac.output())
        .contains("Processor dev.crystallize.processor.CrystallizeProcessor matches")
        .doesNotContain("NoClassDefFoundError", "NoSuchMethodError", "[internal]");
  }
}

package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.ExperimentNode;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningsTest {

  @TempDir private Path data;

  @Test
  void aWarningIsPrintedUnlessTheRunIsToBeQuiet() {
    Shell shell = new Shell(data);

    assertThat(shell.run(Noisy.node())).isZero();
    assertThat(shell.err())
        .isEqualTo(
            "warning: [unseeded-random] 'noisy' draws random numbers that no seed determines:"
                + " WarningsTest.Noisy.node -> new Random(); draw them from the step's"
                + " RandomGenerator, or its results differ from run to run\n");

    assertThat(shell.run(Noisy.node(), "--quiet")).isZero();
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void aCheckThatFindsADifferenceEndsWithOneAndSaysWhatDiffers() {
    Shell shell = new Shell(data);

    assertThat(shell.run(Noisy.node(), "--check", "--quiet")).isEqualTo(1);
    assertThat(shell.err())
        .startsWith("error: 1 of 1 tasks committed, 0 failed, 0 skipped\n")
        .contains("[unseeded-random] noisy baseline:0 gave other results the second time: metric")
        .doesNotContain("--resume");
  }

  private static final class Noisy {
    static ExperimentNode node() {
      return ExperimentNode.builder("noisy").metric("m", c -> new Random().nextInt()).build();
    }
  }
}

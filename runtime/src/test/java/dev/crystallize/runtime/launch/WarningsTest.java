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

  private static final class Noisy {
    static ExperimentNode node() {
      return ExperimentNode.builder("noisy").metric("m", c -> new Random().nextInt()).build();
    }
  }
}

package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.ExperimentNode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomSeedTest {

  @TempDir private Path data;

  private final AtomicBoolean fails = new AtomicBoolean();
  private Shell shell;

  @BeforeEach
  void openAShell() {
    shell = new Shell(data);
  }

  @Test
  void aSeedIsDrawnAndTold() {
    assertThat(shell.run(study(), "--seed", "random")).isZero();
    String first = seed();
    assertThat(shell.run(study(), "--seed", "random")).isZero();

    assertThat(seed()).isNotEqualTo(first);
  }

  @Test
  void resumingTakesTheSeedOfTheRunThatItGoesOnWith() {
    fails.set(true);
    assertThat(shell.run(study(), "--seed", "random")).isEqualTo(1);
    String drawn = seed();
    fails.set(false);

    assertThat(shell.run(study(), "--seed", "random", "--resume")).isZero();

    assertThat(seed()).isEqualTo(drawn);
    assertThat(shell.out()).contains("reused: 1 of 2 tasks from earlier runs");
  }

  @Test
  void aRunUnderTheConfiguredSeedIsNotTheOneToGoOnWith() {
    shell.run(study(), "--seed", "random");
    String drawn = seed();
    shell.run(study());

    shell.run(study(), "--seed", "random", "--resume");

    assertThat(seed()).isEqualTo(drawn);
    assertThat(shell.out()).contains("reused: 2 of 2");
  }

  @Test
  void withNothingToResumeASeedIsDrawn() {
    assertThat(shell.run(study(), "--seed", "random", "--resume")).isZero();

    assertThat(seed()).isNotEqualTo("0");
  }

  @Test
  void anExplanationTellsOfTheRunThatWouldBeGoneOnWith() {
    shell.run(study(), "--seed", "random");

    assertThat(shell.run(study(), "--seed", "random", "--explain")).isZero();

    assertThat(shell.out()).contains("0 tasks would run, 2 reused");
  }

  @Test
  void oneTaskIsDebuggedUnderTheSeedThatWasDrawn() {
    shell.run(study(), "--seed", "random", "--json");
    String values =
        shell.out().replaceFirst("(?s).*\"values\":\\[", "").replaceFirst("(?s),.*", "");

    assertThat(shell.run(study(), "--seed", "random", "--debug", "baseline:0")).isZero();

    assertThat(shell.out()).contains("value  " + values + "\n");
  }

  private String seed() {
    String first = shell.err().lines().findFirst().orElseThrow();
    assertThat(first).matches("seed: -?\\d+");
    return first.substring("seed: ".length());
  }

  private ExperimentNode study() {
    return ExperimentNode.builder("study")
        .replicates(2)
        .metric(
            "value",
            context -> {
              if (fails.get() && context.replicate() == 1) {
                throw new IllegalStateException("asked to fail");
              }
              return context.random().nextDouble();
            })
        .build();
  }
}

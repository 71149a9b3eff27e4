package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnseededTest {

  @TempDir private Path data;

  @Test
  void anExperimentThatDrawsUnseededNumbersIsToldOnceWithTheWay() {
    assertThat(warnings(Noisy.node()))
        .containsExactly(
            "[unseeded-random] 'noisy' draws random numbers that no seed determines:"
                + " UnseededTest.Noisy.node -> UnseededTest.Helper.noise -> Math.random; draw them"
                + " from the step's RandomGenerator, or its results differ from run to run");
  }

  @Test
  void seededGeneratorsAreNotTold() {
    assertThat(warnings(Seeded.node())).isEmpty();
  }

  @Test
  void aListenerThatFailsHarmsNothing() {
    RunListener failing =
        new RunListener() {
          @Override
          public void warning(String text) {
            throw new IllegalStateException("boom");
          }
        };

    GraphResult results =
        ExperimentGraph.of(Noisy.node()).run(SummaryChain.into(data).listener(failing).build());

    assertThat(results.successful()).isTrue();
  }

  private List<String> warnings(ExperimentNode node) {
    List<String> warnings = new ArrayList<>();
    RunListener noting =
        new RunListener() {
          @Override
          public void warning(String text) {
            warnings.add(text);
          }
        };
    ExperimentGraph.of(node).run(SummaryChain.into(data).listener(noting).build());
    return warnings;
  }

  private static final class Noisy {
    static ExperimentNode node() {
      return ExperimentNode.builder("noisy")
          .replicates(2)
          .metric("m", context -> Helper.noise() + context.replicate())
          .build();
    }
  }

  private static final class Helper {
    static double noise() {
      return Math.random();
    }
  }

  private static final class Seeded {
    static ExperimentNode node() {
      return ExperimentNode.builder("seeded")
          .metric(
              "m",
              context -> {
                List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3));
                Collections.shuffle(numbers, new Random(context.seed()));
                return numbers.get(0) + context.random().nextDouble();
              })
          .build();
    }
  }
}

package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.WiringDigest;
import dev.crystallize.runtime.engine.FailureRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code retries}, {@code backoff} and {@code timeout}, as a user states them. */
class RepeatedTasksTest {

  private static final String COMPILED = "steps: [ draw ]\n";

  @TempDir private Path data;
  @TempDir private Path experiments;

  private final AtomicInteger passes = new AtomicInteger();

  @Test
  void retriesInTheFileHoldWithoutCompilingAgain() {
    double undisturbed = draw(node(COMPILED, step -> {}, 0)).metric("drawn").in("baseline").mean();
    passes.set(0);

    Result result = draw(node(COMPILED + "retries: 2\n", step -> {}, 2));

    assertThat(passes).hasValue(3);
    assertThat(result.metric("drawn").in("baseline").mean()).isEqualTo(undisturbed);
  }

  @Test
  void aFailureNamesTheAttempt() {
    assertThatThrownBy(() -> draw(node(COMPILED + "retries: 2\n", step -> {}, 9)))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining(
            "study baseline:0, step 'draw', attempt 3 of 3: java.lang.IllegalStateException: no"
                + " luck 3")
        .hasMessageContaining("debug it: --debug baseline:0")
        .hasMessageContaining("repair: --resume");
  }

  @Test
  void aStepsOwnMapGoesBeforeTheExperiment() {
    String yaml = "steps: [ draw: { retries: 0 } ]\nretries: 5\n";

    assertThatThrownBy(() -> draw(node(yaml, step -> {}, 9)))
        .hasMessageContaining("study baseline:0, step 'draw': java.lang");
    assertThat(passes).hasValue(1);
  }

  @Test
  void aTimeoutInTheFileHoldsWithoutCompilingAgain() {
    ExperimentNode node = waiting("steps: [ draw: { timeout: 1ms } ]\n");

    assertThatThrownBy(() -> draw(node))
        .hasMessageContaining("step 'draw': timed out after 1ms in step 'draw'");
  }

  @Test
  void fromYamlReadsThemToo() throws IOException {
    String yaml = "name: study\nsteps: [ draw ]\nretries: 1\nbackoff: 1ms\n";
    Path config = CompiledChain.write(experiments, "study", yaml);

    ExperimentGraph.fromYaml(config, node(COMPILED, step -> {}, 1)).run(options());

    assertThat(passes).hasValue(2);
  }

  @Test
  void aNodeMadeByHandSaysItToItsBuilder() {
    ExperimentNode.Builder node = ExperimentNode.builder("study").retries(3).backoff(Duration.ZERO);
    node.start()
        .through(
            "draw",
            step -> {
              step.retries(1);
              return (context, none) -> failTwice();
            });

    assertThatThrownBy(() -> draw(node.build())).hasMessageContaining("attempt 2 of 2");
  }

  @Test
  void valuesThatMakeNoSenseAreRefused() {
    ExperimentNode.Builder node = ExperimentNode.builder("study");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.retries(-1))
        .withMessage("retries must be 0 or more, not -1");
    assertThatIllegalArgumentException().isThrownBy(() -> node.backoff(Duration.ofMillis(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> node.timeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                node.dataSource(
                    "numbers",
                    "numbers",
                    source -> {
                      source.retries(1);
                      return context -> List.of();
                    }))
        .withMessage(
            "datasource 'numbers' has retries, backoff or timeout, which steps and experiments"
                + " have");
  }

  @Test
  void theyChangeNoResultAndMakeNothingRunAgain() {
    draw(node(COMPILED, step -> {}, 0));

    GraphResult resumed =
        ExperimentGraph.of(
                node("steps: [ draw: { timeout: 1h } ]\nretries: 7\nbackoff: 1s\n", s -> {}, 0))
            .run(RunOptions.builder().dataDirectory(data).resume(true).build());

    assertThat(passes).hasValue(1);
    assertThat(resumed.get("study").metric("drawn").in("baseline").n()).isEqualTo(1);
  }

  @Test
  void aStepThatWasGivenUpCanChangeNothingAnyMore() {
    AtomicReference<Context> late = new AtomicReference<>();
    ExperimentNode.Builder node = ExperimentNode.builder("study");
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    node.start()
        .through(
            "draw",
            step -> {
              step.timeout(Duration.ofMillis(1));
              return (context, none) -> {
                late.set(context);
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  attempt(thrown, () -> context.metrics().record("late", 1));
                  attempt(thrown, () -> context.add("late", 1));
                  attempt(thrown, () -> context.progress(1, "late"));
                }
              };
            });

    assertThatThrownBy(() -> draw(node.build()))
        .hasMessageContaining("timed out after 1ms in step 'draw'");
    attempt(thrown, () -> late.get().metrics().record("later", 1));
    assertThat(thrown)
        .hasSize(4)
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("which has ended"));
  }

  @Test
  void debuggingHasNeitherTimeoutNorRetries() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("study").retries(5).timeout(Duration.ofNanos(1));
    node.start()
        .through(
            "draw",
            step ->
                (context, none) -> {
                  assertThat(Thread.interrupted()).isFalse();
                  failTwice();
                });

    assertThatThrownBy(
            () -> ExperimentGraph.of(node.build()).debug("study", "baseline", 0, options()))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("no luck 1");
    assertThat(passes).hasValue(1);
  }

  @Test
  void aTaskThatIsCheckedHasTimeForBothPasses() {
    ExperimentNode.Builder node = ExperimentNode.builder("study").timeout(Duration.ofMinutes(1));
    node.start()
        .through(
            "draw",
            step -> {
              step.timeout(Duration.ofSeconds(1));
              return (context, none) -> failTwice();
            });

    FailureRules rules = FailureSettings.rules(node.build(), 2);

    assertThat(rules.task().timeout()).contains(Duration.ofMinutes(2));
    assertThat(rules.steps().get(0).timeout()).contains(Duration.ofSeconds(1));
  }

  private static void attempt(List<Throwable> thrown, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      thrown.add(e);
    }
  }

  private void failTwice() {
    if (passes.incrementAndGet() <= 2) {
      throw new IllegalStateException("no luck " + passes.get());
    }
  }

  private RunOptions options() {
    return RunOptions.builder().dataDirectory(data).build();
  }

  private Result draw(ExperimentNode node) {
    return ExperimentGraph.of(node).run(options()).get("study");
  }

  private ExperimentNode waiting(String yaml) {
    return node(
        yaml,
        context -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        0);
  }

  /** A node that was compiled without any rule, and the file as it is now. */
  private ExperimentNode node(String yaml, Consumer<Context> first, int failures) {
    String digest =
        WiringDigest.of(
            new ConfigReader().read("study", COMPILED.getBytes(StandardCharsets.UTF_8)).config());
    ExperimentNode.Builder node =
        ExperimentNode.builder("study")
            .compiled(
                1,
                "study",
                digest,
                name -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    node.start()
        .through(
            "draw",
            step ->
                (context, none) -> {
                  first.accept(context);
                  context.metrics().record("drawn", context.random().nextDouble());
                  if (passes.incrementAndGet() <= failures) {
                    throw new IllegalStateException("no luck " + passes.get());
                  }
                });
    return node.build();
  }
}

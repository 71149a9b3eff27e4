package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.node;
import static dev.crystallize.runtime.engine.Runs.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.RunStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetriesTest {

  private static final GraphPlan ONE = plan(node("producer", 1, List.of()));

  @TempDir private Path data;

  private final AtomicInteger passes = new AtomicInteger();
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aTaskThatFailsAgainAndAgainIsRepeatedAsOftenAsItsRuleSays() {
    RunOutcome outcome = run(ONE, retries(2), ManualTimers.stopped(), 1, this::fail);

    assertThat(passes).hasValue(3);
    assertThat(outcome.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.attempt()).isEqualTo(3);
              assertThat(failure.attempts()).isEqualTo(3);
              assertThat(failure.message()).isEqualTo("no luck 3");
            });
    assertThat(events)
        .containsExactly(
            "started 1",
            "retried no luck 1",
            "started 2",
            "retried no luck 2",
            "started 3",
            "failed no luck 3");
  }

  @Test
  void whatAFailedAttemptWroteIsDropped() {
    RunOutcome outcome =
        run(
            ONE,
            retries(1),
            ManualTimers.stopped(),
            1,
            task -> {
              Runs.write(task, "attempt " + passes.incrementAndGet());
              if (passes.get() == 1) {
                throw new IllegalStateException("no luck");
              }
              return TaskResult.of(Map.of("passes", (double) passes.get()));
            });

    assertThat(outcome.complete()).isTrue();
    Path version = outcome.experiment("producer").versionFolder().orElseThrow();
    assertThat(version.resolve("replicate_0/baseline/Write_OutStep/out.txt"))
        .hasContent("attempt 2");
    assertThat(version.resolve("_staging"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
  }

  @Test
  void eachFurtherWaitIsTwiceAsLong() {
    ManualTimers timers = ManualTimers.hurrying();
    FailureRule rule = new FailureRule(4, Duration.ofMillis(500), Optional.empty());

    run(ONE, new FailureRules(rule, List.of()), timers, 1, this::fail);

    assertThat(timers.asked())
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L);
  }

  @Test
  void noWaitIsLongerThanAnHourOrTheBackoffItself() {
    FailureRule minutes = new FailureRule(9, Duration.ofMinutes(25), Optional.empty());
    FailureRule hours = new FailureRule(9, Duration.ofHours(3), Optional.empty());

    assertThat(minutes.wait(1)).isEqualTo(Duration.ofMinutes(25));
    assertThat(minutes.wait(2)).isEqualTo(Duration.ofMinutes(50));
    assertThat(minutes.wait(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    assertThat(hours.wait(7)).isEqualTo(Duration.ofHours(3));
    assertThat(FailureRule.NONE.wait(Integer.MAX_VALUE)).isEqualTo(Duration.ZERO);
  }

  @Test
  void aTaskThatWaitsHoldsNoThread() {
    ManualTimers timers = ManualTimers.stopped();
    FailureRule rule = new FailureRule(1, Duration.ofSeconds(1), Optional.empty());

    RunOutcome outcome =
        run(
            plan(node("producer", 2, List.of())),
            new FailureRules(rule, List.of()),
            timers,
            1,
            task -> {
              if (passes.incrementAndGet() == 1) {
                throw new IllegalStateException("no luck");
              }
              if (passes.get() == 2) {
                assertThat(timers.pending()).containsExactly(Duration.ofSeconds(1));
                timers.fire(Duration.ofSeconds(1));
              }
              return Runs.writeWhatIsRead(task);
            });

    assertThat(outcome.complete()).isTrue();
    assertThat(passes).hasValue(3);
  }

  @Test
  void aStepsOwnRuleGoesBeforeThatOfTheExperiment() {
    FailureRule never = FailureRule.NONE;
    FailureRule thrice = new FailureRule(3, Duration.ZERO, Optional.empty());

    RunOutcome outcome =
        run(
            ONE,
            new FailureRules(never, List.of(never, thrice)),
            ManualTimers.stopped(),
            1,
            task -> {
              task.step(new StepRef("load", 0));
              task.step(new StepRef("load", 1));
              return fail(task);
            });

    assertThat(outcome.failures()).singleElement().extracting(TaskFailure::attempts).isEqualTo(4);
    assertThat(passes).hasValue(4);
  }

  @Test
  void failFastWaitsUntilATaskHasFailedForGood() {
    RunRequest request =
        new RequestBuilder(
                plan(node("producer", 3, List.of())),
                data,
                task -> {
                  if (task.attempt() == 1) {
                    throw new IllegalStateException("no luck");
                  }
                  return Runs.writeWhatIsRead(task);
                })
            .failureMode(FailureMode.FAIL_FAST)
            .rules(retries(1))
            .build();

    assertThat(new Engine().run(request).complete()).isTrue();
  }

  @Test
  void aRunThatIsCancelledDoesNotWaitForWhatRests() {
    Cancellation cancellation = new Cancellation();
    FailureRule rule = new FailureRule(1, Duration.ofHours(1), Optional.empty());
    EngineListener cancels =
        new EngineListener() {
          @Override
          public void taskRetried(TaskFailure failure, Duration wait) {
            cancellation.cancel();
          }
        };
    RunRequest request =
        new RequestBuilder(ONE, data, this::fail)
            .listener(cancels)
            .cancellation(cancellation)
            .rules(new FailureRules(rule, List.of()))
            .build();
    RunOutcome outcome = new Engine().run(request);

    assertThat(outcome.interrupted()).isTrue();
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(0, 0, 0, 1));
  }

  @Test
  void memoryThatRanOutIsNoReasonToTryAgain() {
    RunOutcome outcome =
        run(
            ONE,
            retries(5),
            ManualTimers.stopped(),
            1,
            task -> {
              passes.incrementAndGet();
              throw new OutOfMemoryError("Java heap space");
            });

    assertThat(passes).hasValue(1);
    assertThat(outcome.failures()).hasSize(1);
  }

  private TaskResult fail(TaskRun task) {
    throw new IllegalStateException("no luck " + passes.incrementAndGet());
  }

  private static FailureRules retries(int count) {
    return new FailureRules(new FailureRule(count, Duration.ZERO, Optional.empty()), List.of());
  }

  private RunOutcome run(
      GraphPlan plan, FailureRules rules, ManualTimers timers, int parallelism, TaskCode code) {
    EngineListener noting =
        new EngineListener() {
          @Override
          public void taskStarted(TaskKey task, int attempt) {
            events.add("started " + attempt);
          }

          @Override
          public void taskRetried(TaskFailure failure, Duration wait) {
            events.add("retried " + failure.message());
          }

          @Override
          public void taskFailed(TaskFailure failure) {
            events.add("failed " + failure.message());
          }
        };
    RunRequest request =
        new RequestBuilder(plan, data, code)
            .parallelism(parallelism)
            .listener(noting)
            .rules(rules)
            .build();
    return new Engine(Engine::local, DependentsFirst::new, RunStore::open, () -> timers)
        .run(request);
  }
}

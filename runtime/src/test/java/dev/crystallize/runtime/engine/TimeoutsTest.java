package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.node;
import static dev.crystallize.runtime.engine.Runs.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.RunStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeoutsTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final StepRef TRAIN = new StepRef("train", 0);

  @TempDir private Path data;

  private final ManualTimers timers = ManualTimers.stopped();

  @Test
  void aStepThatTakesTooLongIsInterruptedAndItsTaskFails() {
    RunOutcome outcome =
        run(
            step(0),
            1,
            task -> {
              task.step(TRAIN);
              timers.fire(LIMIT);
              new CountDownLatch(1).await();
              return TaskResult.NOTHING;
            });

    assertThat(outcome.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.message()).isEqualTo("timed out after 30s in step 'train'");
              assertThat(failure.step()).contains(TRAIN);
              assertThat(failure.stack()).contains("Caused by: java.lang.InterruptedException");
            });
  }

  @Test
  void theLimitOfATaskHoldsInAllItsSteps() {
    FailureRule rule = new FailureRule(0, Duration.ZERO, Optional.of(Duration.ofMinutes(5)));
    RunOutcome outcome =
        run(
            new FailureRules(rule, List.of()),
            1,
            task -> {
              task.step(TRAIN);
              task.step(new StepRef("score", 1));
              timers.fire(Duration.ofMinutes(5));
              new CountDownLatch(1).await();
              return TaskResult.NOTHING;
            });

    assertThat(outcome.failures())
        .singleElement()
        .extracting(TaskFailure::message)
        .isEqualTo("timed out after 5m, the timeout of the whole task, in step 'score'");
  }

  @Test
  void aStepThatEndsInTimeHasNoTimerLeft() {
    RunOutcome outcome =
        run(
            step(0),
            1,
            task -> {
              task.step(TRAIN);
              assertThat(timers.pending()).containsExactly(LIMIT);
              task.step(new StepRef("score", 1));
              assertThat(timers.pending()).isEmpty();
              task.step(TRAIN);
              return Runs.writeWhatIsRead(task);
            });

    assertThat(outcome.complete()).isTrue();
    assertThat(timers.pending()).isEmpty();
  }

  @Test
  void aResultThatComesTooLateDoesNotCount() {
    RunOutcome outcome =
        run(
            step(0),
            1,
            task -> {
              TaskResult result = Runs.writeWhatIsRead(task);
              task.step(TRAIN);
              timers.fire(LIMIT);
              return result;
            });

    assertThat(outcome.failures()).hasSize(1);
    assertThat(outcome.experiment("producer").artifact("out", "baseline", 0)).isEmpty();
  }

  @Test
  void aTimeOutIsAFailureLikeAnyOtherAndRepeated() {
    RunOutcome outcome =
        run(
            step(1),
            1,
            task -> {
              task.step(TRAIN);
              if (task.attempt() == 1) {
                timers.fire(LIMIT);
                new CountDownLatch(1).await();
              }
              return Runs.writeWhatIsRead(task);
            });

    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void aStepThatDoesNotStopIsGivenUpAndAnotherThreadTakesItsPlace() throws InterruptedException {
    CountDownLatch otherRan = new CountDownLatch(1);
    CountDownLatch lateCallsMade = new CountDownLatch(1);
    RunOutcome outcome =
        run(
            step(0),
            2,
            task -> {
              task.step(TRAIN);
              if (task.replicate() == 1) {
                otherRan.countDown();
                return Runs.writeWhatIsRead(task);
              }
              timers.fire(LIMIT);
              timers.fire(Overdue.GRACE);
              awaitWithoutBeingInterrupted(otherRan);
              assertThat(task.revoked()).isTrue();
              assertThatThrownBy(() -> task.create("out")).isInstanceOf(TaskRevokedException.class);
              assertThatThrownBy(() -> task.step("score")).isInstanceOf(TaskRevokedException.class);
              lateCallsMade.countDown();
              return TaskResult.NOTHING;
            });

    lateCallsMade.await();
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(1, 1, 0, 0));
    assertThat(outcome.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.message())
                  .startsWith(
                      "timed out after 30s in step 'train'; it did not stop when it was"
                          + " interrupted, so its thread was given up at dev.crystallize.")
                  .endsWith(")");
              assertThat(failure.stack()).as("where it hangs").contains("TimeoutsTest");
            });
  }

  @Test
  void aRunThatIsOverStopsNobodyAnyMore() {
    CountDownLatch held = new CountDownLatch(1);
    Cancellation cancellation = new Cancellation();
    RunRequest request =
        new RequestBuilder(
                plan(node("producer", 1, List.of())),
                data,
                task -> {
                  task.step(TRAIN);
                  cancellation.cancel();
                  timers.fire(LIMIT);
                  held.await();
                  return TaskResult.NOTHING;
                })
            .cancellation(cancellation)
            .rules(step(0))
            .build();
    RunOutcome outcome = engine().run(request);

    assertThat(outcome.interrupted()).isTrue();
    assertThat(outcome.failures()).isEmpty();
  }

  private static void awaitWithoutBeingInterrupted(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // This step does not care.
      }
    }
  }

  private static FailureRules step(int retries) {
    FailureRule rule = new FailureRule(retries, Duration.ZERO, Optional.of(LIMIT));
    return new FailureRules(FailureRule.NONE, List.of(rule));
  }

  private Engine engine() {
    return new Engine(Engine::local, DependentsFirst::new, RunStore::open, () -> timers);
  }

  private RunOutcome run(FailureRules rules, int replicates, TaskCode code) {
    GraphPlan plan = plan(node("producer", replicates, List.of()));
    return engine().run(new RequestBuilder(plan, data, code).parallelism(1).rules(rules).build());
  }
}

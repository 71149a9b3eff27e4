package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.diamond;
import static dev.crystallize.runtime.engine.Runs.node;
import static dev.crystallize.runtime.engine.Runs.pair;
import static dev.crystallize.runtime.engine.Runs.plan;
import static dev.crystallize.runtime.engine.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.ClosingFiles;
import dev.crystallize.runtime.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  private static final TaskKey BROKEN = new TaskKey("producer", "baseline", 1);

  @TempDir private Path data;

  @Test
  void aFailureNamesTaskStepAndCause() {
    RunOutcome outcome = runWithBroken(pair(3), new IllegalStateException("no luck"));
    assertThat(outcome.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.task()).isEqualTo(BROKEN);
              assertThat(failure.attempt()).isEqualTo(1);
              assertThat(failure.step()).map(StepRef::name).hasValue("work");
              assertThat(failure.exceptionClass()).isEqualTo("java.lang.IllegalStateException");
              assertThat(failure.message()).isEqualTo("no luck");
              assertThat(failure.stack()).contains("FailuresTest");
              assertThat(failure.cause()).containsInstanceOf(IllegalStateException.class);
            });
  }

  @Test
  void anErrorAtTheEndOfTheLastExperimentIsNeverLost() {
    GraphPlan plan = plan(node("only", 1, List.of()));
    ClosingFiles broken =
        closing -> {
          throw new LinkageError("no such class");
        };
    RunRequest request =
        new RequestBuilder(plan, data, Runs::writeWhatIsRead)
            .storage(List.of(Runs.storage(plan).get(0).withClosing(broken)))
            .build();

    assertThatThrownBy(() -> new Engine().run(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine failed")
        .cause()
        .hasMessage("no such class");
  }

  @Test
  void onlyWhatNeedsAFailedTaskIsSkipped() {
    RunOutcome outcome = runWithBroken(pair(3), new IllegalStateException("no luck"));
    assertThat(outcome.skipped())
        .containsExactlyInAnyOrder(
            new SkippedTask(new TaskKey("consumer", "baseline", 1), BROKEN),
            new SkippedTask(new TaskKey("consumer", "low", 1), BROKEN));
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(12, 1, 2, 0));
  }

  @Test
  void skippingPassesOnThroughTheGraphAndNamesTheFailure() {
    GraphPlan plan = diamond(1);
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan,
                    data,
                    2,
                    task -> {
                      if (task.experiment().equals("left") && task.condition().equals("x")) {
                        throw new IllegalStateException("no luck");
                      }
                      return Runs.writeWhatIsRead(task);
                    }));
    assertThat(outcome.skipped())
        .containsExactly(
            new SkippedTask(new TaskKey("bottom", "x", 0), new TaskKey("left", "x", 0)));
  }

  @Test
  void aConditionWithAFailureIsWrittenWithNullAndNotMarkedComplete() throws IOException {
    RunOutcome outcome = runWithBroken(pair(3), new IllegalStateException("no luck"));
    Path version = outcome.experiment("producer").versionFolder().orElseThrow();
    assertThat(version.resolve("baseline/results.json"))
        .hasContent("{\"metrics\": {\"length\": [19.0, null, 19.0]}}");
    assertThat(version.resolve("baseline/.crystallize_complete")).doesNotExist();
    assertThat(version.resolve("high/.crystallize_complete")).exists();
  }

  @Test
  void anExperimentOfWhichNothingRanLeavesNoVersion() {
    GraphPlan plan =
        plan(node("producer", 1, List.of()), node("consumer", 1, List.of(), "producer"));
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan,
                    data,
                    2,
                    task -> {
                      throw new IOException("no luck");
                    }));
    assertThat(outcome.experiment("consumer").versionFolder()).isEmpty();
    assertThat(data.resolve("consumer")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {StackOverflowError.class, NoClassDefFoundError.class, AssertionError.class})
  void anErrorIsAFailureOfItsTask(Class<? extends Error> type) throws Exception {
    RunOutcome outcome = runWithBroken(pair(2), type.getConstructor().newInstance());
    assertThat(outcome.failures())
        .singleElement()
        .extracting(TaskFailure::exceptionClass)
        .isEqualTo(type.getName());
    assertThat(outcome.counts().cancelled()).isZero();
  }

  @Test
  void afterMemoryRanOutNoNewTaskStarts() {
    AtomicInteger started = new AtomicInteger();
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan(node("producer", 100, List.of())),
                    data,
                    1,
                    task -> {
                      started.incrementAndGet();
                      throw new OutOfMemoryError("heap");
                    }));
    assertThat(started).hasValue(1);
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(0, 1, 0, 99));
    assertThat(outcome.interrupted()).isFalse();
  }

  @Test
  void anExceptionThatCannotDescribeItselfIsStillAFailure() {
    RunOutcome outcome =
        runWithBroken(
            pair(2),
            new RuntimeException() {
              private static final long serialVersionUID = 1L;

              @Override
              public String getMessage() {
                throw new IllegalStateException("broken");
              }
            });
    assertThat(outcome.failures()).hasSize(1);
  }

  @Test
  void failFastCancelsTheRest() {
    CountDownLatch othersWait = new CountDownLatch(1);
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan(node("producer", 50, List.of())),
                    data,
                    FailureMode.FAIL_FAST,
                    task -> {
                      if (task.replicate() == 0) {
                        throw new IllegalStateException("no luck");
                      }
                      othersWait.await();
                      return TaskResult.NOTHING;
                    }));
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(0, 1, 0, 49));
    assertThat(outcome.interrupted()).isFalse();
  }

  @Test
  void aMetricThatCannotBeWrittenDownFailsTheTask() {
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan(node("producer", 1, List.of())),
                    data,
                    1,
                    task -> {
                      Runs.write(task, "x");
                      return TaskResult.of(Map.of("\ud800", 1.0));
                    }));
    assertThat(outcome.failures())
        .singleElement()
        .extracting(TaskFailure::message)
        .isEqualTo("the metric name '?' holds half a character");
  }

  @Test
  void aFailureOfTheDiskStopsTheRun() {
    Set<Integer> ran = ConcurrentHashMap.newKeySet();
    assertThatThrownBy(
            () ->
                new Engine()
                    .run(
                        request(
                            plan(node("producer", 100, List.of())),
                            data,
                            1,
                            task -> {
                              ran.add(task.replicate());
                              if (task.replicate() == 3) {
                                removeStaging();
                              }
                              return Runs.writeWhatIsRead(task);
                            })))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot write output 'out' of producer baseline:3");
    assertThat(ran).hasSizeLessThan(6);
  }

  @Test
  void aListenerThatThrowsBreaksNothing() {
    EngineListener broken =
        new EngineListener() {
          @Override
          public void taskStarted(TaskKey task, int attempt) {
            throw new IllegalStateException("broken listener");
          }
        };
    RunRequest request =
        new RequestBuilder(pair(2), data, Runs::writeWhatIsRead).listener(broken).build();
    RunOutcome outcome = new Engine().run(request);
    assertThat(outcome.complete()).isTrue();
  }

  private void removeStaging() throws IOException {
    Files.delete(data.resolve("producer/v0/_staging"));
  }

  private RunOutcome runWithBroken(GraphPlan plan, Throwable thrown) {
    return new Engine()
        .run(
            request(
                plan,
                data,
                2,
                task -> {
                  task.step("work");
                  if (BROKEN.equals(
                      new TaskKey(task.experiment(), task.condition(), task.replicate()))) {
                    FailuresTest.<RuntimeException>sneak(thrown);
                  }
                  return Runs.writeWhatIsRead(task);
                }));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}

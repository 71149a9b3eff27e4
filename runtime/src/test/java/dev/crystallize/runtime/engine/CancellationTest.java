package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.node;
import static dev.crystallize.runtime.engine.Runs.plan;
import static dev.crystallize.runtime.engine.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancellationTest {

  @TempDir private Path data;

  @Test
  void whatIsCommittedStaysWhenTheCallerIsInterrupted() {
    Thread caller = Thread.currentThread();
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan(node("producer", 50, List.of())),
                    data,
                    1,
                    task -> {
                      if (task.replicate() == 3) {
                        caller.interrupt();
                        new CountDownLatch(1).await();
                      }
                      return Runs.writeWhatIsRead(task);
                    }));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.interrupted()).isTrue();
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(3, 0, 0, 47));
    assertThat(outcome.experiment("producer").artifact("out", "baseline", 2)).isPresent();
  }

  @Test
  void aConditionThatDidNotEndHasNoResults() {
    Cancellation cancellation = new Cancellation();
    RunRequest request =
        new RequestBuilder(
                plan(node("producer", 50, List.of())),
                data,
                task -> {
                  if (task.replicate() == 3) {
                    cancellation.cancel();
                    new CountDownLatch(1).await();
                  }
                  return Runs.writeWhatIsRead(task);
                })
            .parallelism(1)
            .cancellation(cancellation)
            .build();
    RunOutcome outcome = new Engine().run(request);
    assertThat(outcome.interrupted()).isTrue();
    Path version = outcome.experiment("producer").versionFolder().orElseThrow();
    assertThat(version.resolve("baseline")).doesNotExist();
    assertThat(version.resolve("metadata.json")).exists();
  }

  @Test
  void aRunThatWasCancelledBeforeItBeganRunsNothing() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    RunRequest request =
        new RequestBuilder(plan(node("producer", 5, List.of())), data, Runs::writeWhatIsRead)
            .cancellation(cancellation)
            .build();
    RunOutcome outcome = new Engine().run(request);
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(0, 0, 0, 5));
  }
}

package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.diamond;
import static dev.crystallize.runtime.engine.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.GraphPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReproducibilityTest {

  private static final GraphPlan PLAN = diamond(6);

  @TempDir private Path folder;

  private Map<String, String> expected;

  @BeforeEach
  void runOneTaskAfterTheOther() throws IOException {
    Path data = folder.resolve("expected");
    new Engine().run(request(PLAN, data, 1, Runs::writeWhatIsRead));
    expected = Runs.files(data);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void filesAreTheSameHoweverManyTasksRunAtOnce(int parallelism) throws IOException {
    Path data = folder.resolve("actual");
    new Engine().run(request(PLAN, data, parallelism, Runs::writeWhatIsRead));
    assertThat(Runs.files(data)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void filesAreTheSameInWhateverOrderTasksStart(long seed) throws IOException {
    Path data = folder.resolve("actual");
    new Engine(Engine::local, plan -> new Shuffled(plan, new Random(seed)))
        .run(request(PLAN, data, 3, Runs::writeWhatIsRead));
    assertThat(Runs.files(data)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void filesAreTheSameWhereTasksAreLostRepeatedAndReportedLate(long seed) throws IOException {
    Path data = folder.resolve("actual");
    RunOutcome outcome =
        new Engine(
                (request, staging, listener) ->
                    new Erratic(request.code(), staging, listener, seed),
                DependentsFirst::new)
            .run(request(PLAN, data, 1, Runs::writeWhatIsRead));
    assertThat(outcome.complete()).isTrue();
    Map<String, String> files = Runs.files(data);
    files.keySet().removeIf(file -> file.contains("_staging"));
    assertThat(files).isEqualTo(expected);
  }

  @Test
  void aTaskThatIsLostAgainAndAgainFails() {
    RunOutcome outcome =
        new Engine((request, staging, listener) -> new Losing(), DependentsFirst::new)
            .run(request(PLAN, folder.resolve("actual"), 1, Runs::writeWhatIsRead));
    assertThat(outcome.failures())
        .allSatisfy(
            failure -> {
              assertThat(failure.attempt()).as("a loss is no failure").isEqualTo(1);
              assertThat(failure.message()).endsWith("was lost 4 times where it ran");
            })
        .isNotEmpty();
    assertThat(outcome.counts().done()).isZero();
  }

  /** Knows nothing of any task. */
  private static final class Losing implements TaskExecutor {

    private final List<TaskRequest> queue = new ArrayList<>();
    private OutcomeSink sink = outcome -> {};
    private boolean reporting;

    @Override
    public void open(OutcomeSink outcomes) {
      sink = outcomes;
    }

    @Override
    public int capacity() {
      return 3;
    }

    @Override
    public void submit(List<TaskRequest> ready) {
      queue.addAll(ready);
      if (reporting) {
        return;
      }
      reporting = true;
      while (!queue.isEmpty()) {
        sink.accept(new TaskOutcome.Lost(queue.remove(0)));
      }
      reporting = false;
    }

    @Override
    public void cancel(TaskKey task, int attempt) {
      // There is nothing to cancel.
    }

    @Override
    public void close() {
      queue.clear();
    }
  }
}

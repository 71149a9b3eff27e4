package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an executor may rely on, and may do. */
class ExecutorContractTest {

  @TempDir private Path data;

  @Test
  void itIsNeverGivenMoreThanItWants() {
    Measured executor = new Measured(1);
    RunOutcome outcome = run(executor, Runs::writeWhatIsRead);
    assertThat(outcome.complete()).isTrue();
    assertThat(executor.most).isEqualTo(Measured.CAPACITY);
  }

  @Test
  void theFirstOfTwoOutcomesCountsAndOtherBytesInTheSecondAreAWarning() {
    AtomicInteger passes = new AtomicInteger();
    List<String> warned =
        warnings(
            () ->
                run(
                    new Measured(2),
                    task -> {
                      int pass = passes.incrementAndGet();
                      boolean drawsUnseeded =
                          task.experiment().equals("producer") && task.condition().equals("high");
                      Runs.write(task, drawsUnseeded ? "pass " + pass : "the same");
                      return TaskResult.NOTHING;
                    }));

    assertThat(warned)
        .containsExactly(
            "[unseeded-random] producer high:0 ran twice and wrote different bytes; draw random"
                + " numbers from the task's own RandomGenerator");
    assertThat(data.resolve("producer/v0/replicate_0/high/Write_OutStep/out.txt"))
        .content()
        .matches("pass \\d*[13579]");
  }

  private RunOutcome run(Measured executor, TaskCode code) {
    return new Engine(executor::of, DependentsFirst::new)
        .run(Runs.request(Runs.pair(executor.passes == 1 ? 6 : 1), data, 1, code));
  }

  private static List<String> warnings(Runnable action) {
    List<String> warned = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord said) {
            warned.add(said.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(Committer.class.getName());
    logger.addHandler(handler);
    try {
      action.run();
    } finally {
      logger.removeHandler(handler);
    }
    return warned;
  }

  /** Runs each task so many times, in the thread that submits, and counts what is outstanding. */
  private static final class Measured implements TaskExecutor {
    static final int CAPACITY = 3;

    private final Deque<TaskRequest> waiting = new ArrayDeque<>();
    private final int passes;
    private Function<TaskRequest, TaskOutcome> runs =
        request -> {
          throw new IllegalStateException("not made yet");
        };
    private OutcomeSink sink = outcome -> {};
    private boolean working;
    private int most;

    Measured(int passes) {
      this.passes = passes;
    }

    TaskExecutor of(RunRequest request, Staging staging, EngineListener listener) {
      runs = each -> new LocalTask(each, staging, listener).run(request.code());
      return this;
    }

    @Override
    public void open(OutcomeSink outcomes) {
      sink = outcomes;
    }

    @Override
    public int capacity() {
      return CAPACITY;
    }

    @Override
    public void submit(List<TaskRequest> ready) {
      waiting.addAll(ready);
      most = Math.max(most, waiting.size());
      if (working) {
        return;
      }
      working = true;
      while (!waiting.isEmpty()) {
        TaskRequest request = waiting.element();
        List<TaskOutcome> outcomes = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
          outcomes.add(runs.apply(request));
        }
        waiting.remove();
        outcomes.forEach(sink::accept);
      }
      working = false;
    }

    @Override
    public void cancel(TaskKey task, int attempt) {
      // A task that runs here runs to its end.
    }

    @Override
    public void close() {
      waiting.clear();
    }
  }
}

package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.diamond;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.RunStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Tasks that fail, hang, are lost and run twice leave what a run without any of that leaves. */
class RetriedRunsPropertiesTest {

  private static final GraphPlan PLAN = diamond(3);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final StepRef STEP = new StepRef("write_out", 0);

  /** How often a task fails before it succeeds, at most. */
  private static final int FAILURES = 2;

  private Path folder = Path.of("");
  private Map<String, String> undisturbed = Map.of();

  @BeforeProperty
  void runUndisturbed() throws IOException {
    folder = Files.createTempDirectory("retried");
    Path data = folder.resolve("undisturbed");
    new Engine().run(Runs.request(PLAN, data, 1, Runs::writeWhatIsRead));
    undisturbed = Runs.files(data);
  }

  @AfterProperty
  void clean() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 30)
  void onAnExecutorThatLosesRepeatsAndDelays(@ForAll long seed) throws IOException {
    check(
        seed,
        FAILURES,
        (request, staging, listener) -> new Erratic(request.code(), staging, listener, seed));
  }

  /** On several threads a time may run out for another task than the one that is meant. */
  @Property(tries = 30)
  void onThreadsOfThisProcess(@ForAll long seed) throws IOException {
    check(seed, Integer.MAX_VALUE - 1, Engine::local);
  }

  private void check(long seed, int retries, Engine.ExecutorFactory executors) throws IOException {
    ManualTimers timers = ManualTimers.hurrying(LIMIT, Overdue.GRACE);
    Transient code = new Transient(seed, timers);
    FailureRule rule = new FailureRule(retries, Duration.ofSeconds(1), Optional.of(LIMIT));
    FailureRules rules =
        new FailureRules(
            new FailureRule(retries, Duration.ZERO, Optional.empty()),
            Collections.nCopies(1, rule));
    Path data = Files.createTempDirectory(folder, "run");
    RunOutcome outcome =
        new Engine(executors, DependentsFirst::new, RunStore::open, () -> timers)
            .run(new RequestBuilder(PLAN, data, code::run).parallelism(3).rules(rules).build());

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.complete()).isTrue();
    Map<String, String> files = Runs.files(data);
    files.keySet().removeIf(file -> file.contains("_staging"));
    assertThat(files).isEqualTo(undisturbed);
  }

  /** Fails the first passes of some tasks, each time in another way. */
  private static final class Transient {

    private final long seed;
    private final ManualTimers timers;
    private final Map<TaskKey, AtomicInteger> passes = new ConcurrentHashMap<>();

    Transient(long seed, ManualTimers timers) {
      this.seed = seed;
      this.timers = timers;
    }

    TaskResult run(TaskRun task) throws IOException {
      TaskKey key = new TaskKey(task.experiment(), task.condition(), task.replicate());
      int pass = passes.computeIfAbsent(key, each -> new AtomicInteger()).incrementAndGet();
      Random random = new Random(seed ^ key.hashCode());
      if (pass <= random.nextInt(FAILURES + 1)) {
        misbehave(task, random.nextInt(5));
      }
      return Runs.writeWhatIsRead(task);
    }

    private void misbehave(TaskRun task, int way) throws IOException {
      task.step(STEP);
      switch (way) {
        case 0 -> throw new IllegalStateException("before it writes");
        case 1 -> {
          Runs.write(task, "rubbish");
          throw new IOException("after it wrote");
        }
        case 2 -> {
          OutputStream out = task.create("out").stream();
          out.write('x');
          throw new StackOverflowError("while it writes");
        }
        case 3 -> {
          timers.fireLatest(LIMIT);
          Runs.write(task, "too late");
          throw new IllegalStateException("after it was told to stop");
        }
        default -> timers.fireLatest(LIMIT);
      }
    }
  }
}

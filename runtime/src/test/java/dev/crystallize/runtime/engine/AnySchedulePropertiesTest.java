package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlanNode;
import dev.crystallize.runtime.store.Definition;
import dev.crystallize.runtime.store.TaskFingerprints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the graph: who runs its tasks, and when, changes no byte of what a run leaves. */
class AnySchedulePropertiesTest {

  /** Every try brings some runs to the disk, which takes its time. */
  private static final int TRIES = 6;

  private static final int LARGEST = 6;

  private static final TaskFingerprints FINGERPRINTS =
      new TaskFingerprints() {
        @Override
        public String base(String experiment, String condition) {
          return experiment + " " + condition;
        }

        @Override
        public boolean accepts(String experiment, String condition, List<Definition> before) {
          return false;
        }
      };

  @Property(tries = TRIES)
  void howManyTasksRunAtOnceChangesNothing(@ForAll long seed) throws IOException {
    GraphPlan plan = graph(new Random(seed));
    Map<String, String> expected = oneAfterTheOther(plan);
    for (int parallelism : new int[] {1, 2, 8}) {
      assertThat(files(plan, parallelism, Engine::local, DependentsFirst::new)).isEqualTo(expected);
    }
  }

  @Property(tries = TRIES)
  void theOrderInWhichReadyTasksStartChangesNothing(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    GraphPlan plan = graph(random);
    assertThat(files(plan, 3, Engine::local, each -> new Shuffled(each, random)))
        .isEqualTo(oneAfterTheOther(plan));
  }

  @Property(tries = TRIES)
  void lostRepeatedAndDelayedTasksChangeNothing(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    GraphPlan plan = graph(random);
    Map<String, String> files =
        files(
            plan,
            1,
            (request, staging, listener) -> new Erratic(request.code(), staging, listener, seed),
            each -> new Shuffled(each, random));
    files.keySet().removeIf(file -> file.contains("_staging"));
    assertThat(files).isEqualTo(oneAfterTheOther(plan));
  }

  @Property(tries = TRIES)
  void failuresThatAreRepairedChangeNothing(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    GraphPlan plan = graph(random);
    Path data = Files.createTempDirectory("crystallize-schedule");
    try {
      Engine engine = new Engine(Engine::local, each -> new Shuffled(each, random));
      TaskCode failing =
          task -> {
            if (Math.floorMod(seed + task.replicate() + task.condition().hashCode(), 3) == 0) {
              throw new IllegalStateException("fails on purpose");
            }
            return write(task);
          };
      engine.run(request(plan, data, VersionUse.fresh(FINGERPRINTS), failing));
      VersionUse resuming = VersionUse.resuming(FINGERPRINTS, plan);
      RunOutcome outcome =
          engine.run(request(plan, data, resuming, AnySchedulePropertiesTest::write));

      assertThat(outcome.complete()).isTrue();
      assertThat(Runs.files(data)).isEqualTo(oneAfterTheOther(plan));
    } finally {
      World.delete(data);
    }
  }

  private static RunRequest request(GraphPlan plan, Path data, VersionUse versions, TaskCode code) {
    return new RequestBuilder(plan, data, code).parallelism(3).versions(versions).build();
  }

  private static Map<String, String> oneAfterTheOther(GraphPlan plan) throws IOException {
    return files(plan, 1, Inline::new, DependentsFirst::new);
  }

  private static Map<String, String> files(
      GraphPlan plan,
      int parallelism,
      Engine.ExecutorFactory executors,
      Function<GraphPlan, ReadyTasks> order)
      throws IOException {
    Path data = Files.createTempDirectory("crystallize-schedule");
    try {
      RunOutcome outcome =
          new Engine(executors, order)
              .run(Runs.request(plan, data, parallelism, AnySchedulePropertiesTest::write));
      assertThat(outcome.complete()).isTrue();
      return Runs.files(data);
    } finally {
      World.delete(data);
    }
  }

  /** Writes its name and all it reads, so that every byte depends on everything upstream. */
  private static TaskResult write(TaskRun task) throws IOException {
    StringBuilder text = new StringBuilder(task.experiment());
    text.append(' ').append(task.condition()).append(' ').append(task.replicate());
    for (int upstream = 0; upstream < LARGEST; upstream++) {
      Optional<String> read = read(task, "n" + upstream);
      text.append(read.map(each -> " <" + each.hashCode() + ">").orElse(""));
    }
    Runs.write(task, text.toString());
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("hash", (double) text.toString().hashCode());
    if (task.replicate() == 1) {
      metrics.put("only the second has it", Double.NaN);
    }
    return TaskResult.of(metrics);
  }

  private static Optional<String> read(TaskRun task, String upstream) throws IOException {
    try {
      return Optional.of(Runs.text(task.artifact(upstream).bytes()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** All replicate alike, but for those that are computed once. */
  private static GraphPlan graph(Random random) {
    int replicates = 1 + random.nextInt(3);
    List<PlanNode> nodes = new ArrayList<>();
    int size = 2 + random.nextInt(LARGEST - 1);
    for (int i = 0; i < size; i++) {
      List<PlanEdge> reads = new ArrayList<>();
      for (int upstream = 0; upstream < i; upstream++) {
        if (random.nextInt(3) != 0) {
          reads.add(new PlanEdge("n" + upstream, "n" + upstream, "out"));
        }
      }
      List<String> treatments =
          List.of("x", "y").stream().filter(each -> random.nextInt(3) == 0).toList();
      int own = reads.isEmpty() && random.nextInt(4) == 0 ? 1 : replicates;
      nodes.add(new PlanNode("n" + i, OptionalInt.of(own), treatments, reads));
    }
    return Runs.plan(nodes.toArray(PlanNode[]::new));
  }
}

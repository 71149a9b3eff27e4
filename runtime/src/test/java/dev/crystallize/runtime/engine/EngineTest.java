package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.diamond;
import static dev.crystallize.runtime.engine.Runs.node;
import static dev.crystallize.runtime.engine.Runs.pair;
import static dev.crystallize.runtime.engine.Runs.plan;
import static dev.crystallize.runtime.engine.Runs.request;
import static dev.crystallize.runtime.engine.Runs.text;
import static dev.crystallize.runtime.engine.Runs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlanNode;
import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

  @TempDir private Path data;

  @Test
  void everyTaskRunsOnce() {
    Set<TaskKey> ran = ConcurrentHashMap.newKeySet();
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    diamond(5),
                    data,
                    4,
                    task -> {
                      assertThat(
                              ran.add(
                                  new TaskKey(
                                      task.experiment(), task.condition(), task.replicate())))
                          .isTrue();
                      return Runs.writeWhatIsRead(task);
                    }));
    assertThat(ran).hasSize(outcome.plan().taskCount());
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(ran.size(), 0, 0, 0));
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void aTaskReadsTheSameReplicateAndConditionOfItsUpstream() throws IOException {
    RunOutcome outcome = new Engine().run(request(pair(3), data, 2, Runs::writeWhatIsRead));
    assertThat(artifact(outcome, "consumer", "high", 2))
        .isEqualTo("consumer high 2 <producer high 2>");
  }

  @Test
  void aTaskReadsBaselineOfAnUpstreamWithoutItsCondition() throws IOException {
    RunOutcome outcome = new Engine().run(request(pair(3), data, 2, Runs::writeWhatIsRead));
    assertThat(artifact(outcome, "consumer", "low", 1))
        .isEqualTo("consumer low 1 <producer baseline 1>");
  }

  @Test
  void resultsHoldEachReplicatesMetrics() {
    RunOutcome outcome = new Engine().run(request(pair(3), data, 2, Runs::writeWhatIsRead));
    ConditionResults results = outcome.experiment("producer").results().get("baseline");
    assertThat(results.metrics()).containsExactly("length", "odd");
    assertThat(results.value("length", 2)).hasValue("producer baseline 2".length());
    assertThat(results.value("odd", 1)).hasValue(Double.NaN);
    assertThat(results.value("odd", 2)).isEmpty();
  }

  @Test
  void filesLieInTheSharedLayout() throws IOException {
    new Engine().run(request(plan(node("producer", 1, List.of())), data, 2, Runs::writeWhatIsRead));
    assertThat(Runs.files(data.resolve("producer")))
        .containsOnlyKeys(
            "v0/replicate_0/baseline/Write_OutStep/out.txt",
            "v0/baseline/results.json",
            "v0/baseline/.crystallize_complete",
            "v0/metadata.json",
            "v0/_manifest.json")
        .containsEntry("v0/baseline/results.json", "{\"metrics\": {\"length\": [19.0]}}")
        .containsEntry(
            "v0/metadata.json",
            "{\"replicates\": 1, \"id\": \"" + Runs.DIGEST + "\", \"name\": \"producer\"}")
        .containsEntry("v0/_manifest.json", "{\"out.txt\": \"Write_OutStep\"}");
    assertThat(Files.exists(data.resolve("producer/v0/_staging"))).isFalse();
  }

  @Test
  void artifactsAreReadOnly() throws IOException {
    new Engine().run(request(plan(node("producer", 1, List.of())), data, 2, Runs::writeWhatIsRead));
    Path artifact = data.resolve("producer/v0/replicate_0/baseline/Write_OutStep/out.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(artifact)))
        .isEqualTo("r--r--r--");
  }

  @Test
  void aSecondRunWritesANewVersion() {
    RunRequest request = request(pair(1), data, 2, Runs::writeWhatIsRead);
    new Engine().run(request);
    RunOutcome second = new Engine().run(request);
    assertThat(second.experiment("producer").versionFolder())
        .hasValueSatisfying(folder -> assertThat(folder).hasFileName("v1"));
  }

  @Test
  void runsAtTheSameTimeWriteVersionsOfTheirOwn() throws Exception {
    RunRequest request = request(diamond(3), data, 2, Runs::writeWhatIsRead);
    List<RunOutcome> outcomes = new CopyOnWriteArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      callers.add(new Thread(() -> outcomes.add(new Engine().run(request))));
    }
    callers.forEach(Thread::start);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(outcomes).hasSize(4).allMatch(RunOutcome::complete);
    assertThat(outcomes)
        .extracting(outcome -> outcome.experiment("bottom").versionFolder().orElseThrow())
        .extracting(folder -> folder.getFileName().toString())
        .containsExactlyInAnyOrder("v0", "v1", "v2", "v3");
  }

  @Test
  void aDependentStartsBeforeOtherReplicatesOfItsUpstreamEnd() {
    CountDownLatch consumerRan = new CountDownLatch(1);
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan(
                        node("producer", 2, List.of()), node("consumer", 2, List.of(), "producer")),
                    data,
                    2,
                    task -> {
                      if (task.experiment().equals("consumer") && task.replicate() == 0) {
                        consumerRan.countDown();
                      } else if (task.experiment().equals("producer") && task.replicate() == 1) {
                        consumerRan.await();
                      }
                      return Runs.writeWhatIsRead(task);
                    }));
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void aDependentStartsBeforeOtherConditionsOfItsUpstreamEnd() {
    CountDownLatch consumerRan = new CountDownLatch(1);
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    pair(1),
                    data,
                    2,
                    task -> {
                      if (task.experiment().equals("consumer")
                          && task.condition().equals("baseline")) {
                        consumerRan.countDown();
                      } else if (task.experiment().equals("producer")
                          && task.condition().equals("high")) {
                        consumerRan.await();
                      }
                      return Runs.writeWhatIsRead(task);
                    }));
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void whatIsBegunIsEndedBeforeNewWorkStarts() {
    int replicates = 40;
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    new Engine(Inline::new, DependentsFirst::new)
        .run(
            request(
                plan(
                    node("producer", replicates, List.of()),
                    node("consumer", replicates, List.of(), "producer")),
                data,
                1,
                task -> {
                  most.accumulateAndGet(
                      task.experiment().equals("producer")
                          ? open.incrementAndGet()
                          : open.decrementAndGet(),
                      Math::max);
                  return Runs.writeWhatIsRead(task);
                }));
    assertThat(open).hasValue(0);
    assertThat(most.get()).as("produced and not consumed").isLessThanOrEqualTo(3);
  }

  @Test
  void anOutputThatIsNotWrittenFailsTheTask() {
    RunOutcome outcome =
        new Engine()
            .run(request(plan(node("a", 1, List.of())), data, 1, task -> TaskResult.NOTHING));
    assertThat(outcome.failures())
        .singleElement()
        .extracting(TaskFailure::message)
        .isEqualTo(
            "[output-not-written] a baseline:0 ended without writing output 'out' (out.txt); each"
                + " output is written exactly once");
  }

  @Test
  void anOutputThatIsWrittenTwiceFailsTheTask() {
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan(node("a", 1, List.of())),
                    data,
                    1,
                    task -> {
                      write(task, "one");
                      write(task, "two");
                      return TaskResult.NOTHING;
                    }));
    assertThat(outcome.failures())
        .singleElement()
        .extracting(TaskFailure::message)
        .isEqualTo("output 'out' is written twice");
  }

  @Test
  void aWriterMayWriteToAPath() throws IOException {
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    plan(node("a", 1, List.of())),
                    data,
                    1,
                    task -> {
                      var output = task.create("out");
                      Files.writeString(output.path(), "by path");
                      output.written();
                      return TaskResult.NOTHING;
                    }));
    assertThat(artifact(outcome, "a", "baseline", 0)).isEqualTo("by path");
  }

  @Test
  void aChangedArtifactIsNotRead() {
    RunOutcome outcome =
        new Engine()
            .run(
                request(
                    pair(1),
                    data,
                    1,
                    task -> {
                      if (task.experiment().equals("consumer")) {
                        Path path = task.artifact("producer").path();
                        Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString("rw-r--r--"));
                        Files.writeString(path, "x".repeat((int) Files.size(path)));
                      }
                      return Runs.writeWhatIsRead(task);
                    }));
    assertThat(outcome.failures())
        .allSatisfy(failure -> assertThat(failure.message()).startsWith("[artifact-corrupted]"))
        .isNotEmpty();
  }

  @Test
  void aReferenceToAnOutputThatIsNotThereIsFoundBeforeAnythingRuns() {
    PlanNode consumer =
        new PlanNode(
            "consumer",
            OptionalInt.empty(),
            List.of(),
            List.of(new PlanEdge("in", "producer", "sumary")));
    GraphPlan plan = plan(node("producer", 1, List.of()), consumer);
    assertThatThrownBy(() -> new Engine().run(request(plan, data, 1, Runs::writeWhatIsRead)))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "[missing-artifact] 'consumer' reads 'producer#sumary', but the outputs of 'producer'"
                + " are [out]");
    assertThat(data).isEmptyDirectory();
  }

  private static String artifact(
      RunOutcome outcome, String experiment, String condition, int replicate) throws IOException {
    UpstreamArtifact artifact =
        outcome.experiment(experiment).artifact("out", condition, replicate).orElseThrow();
    return text(artifact.bytes());
  }
}

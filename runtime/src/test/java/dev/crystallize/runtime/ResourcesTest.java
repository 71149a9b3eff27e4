package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.OpenedModels.Model;
import dev.crystallize.runtime.OpenedModels.Opened;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

  @TempDir private Path data;

  private final OpenedModels models = new OpenedModels();
  private final List<String> events = models.events();

  private final SharedResource<Opened> model = models.model();

  @Test
  void isMadeOnceForAllTasksWhenTheFirstNeedsIt() throws Exception {
    CyclicBarrier two = new CyclicBarrier(2);
    ExperimentNode.Builder node = ExperimentNode.builder("asks").replicates(4);
    node.start()
        .through(
            "ask",
            step -> {
              Slot<Model> used = step.resource(model, Model.class);
              return (context, none) -> {
                events.add("task");
                two.await();
                context.metrics().record("answer", context.get(used).answer());
              };
            });

    Result result = run(node.build()).get("asks");

    assertThat(result.metric("answer").in("baseline").values()).containsExactly(1, 1, 1, 1);
    assertThat(events).startsWith("task", "task").endsWith("close model 1.0");
    assertThat(events).containsOnlyOnce("open model 1.0", "close model 1.0");
  }

  @Test
  void isMadeOnceForEqualValuesWhicheverConditionOrExperimentAsks() {
    ExperimentNode first =
        models
            .asking("first")
            .baseline(Map.of("size", 2))
            .treatment("big", Map.of("size", 7))
            .build();
    ExperimentNode second = models.asking("second").baseline(Map.of("size", 7)).build();

    GraphResult results = run(first, second);

    assertThat(results.get("first").metric("answer").in("big").mean()).isEqualTo(7);
    assertThat(events).containsOnlyOnce("open model 2.0", "open model 7.0").hasSize(4);
  }

  @Test
  void isNotMadeIfNoTaskNeedsIt() {
    ExperimentNode.Builder node = ExperimentNode.builder("idle");
    node.start()
        .through(
            "wait",
            step -> {
              step.resource(model, Opened.class);
              return (context, none) -> {};
            });

    run(node.build());

    assertThat(events).isEmpty();
  }

  @Test
  void usesOthersAndIsClosedBeforeThemEvenAfterAFailure() {
    SharedResource<Opened> agent =
        SharedResource.of(
            "agent",
            Opened.class,
            spec -> {
              Slot<Opened> used = spec.resource(model, Opened.class);
              return context -> models.new Opened("agent", context.get(used).answer() + 1);
            });
    ExperimentNode.Builder node = ExperimentNode.builder("asks");
    node.start()
        .through(
            "ask",
            step -> {
              Slot<Model> used = step.resource(agent, Model.class);
              return (context, none) -> {
                assertThat(context.get(used).answer()).isEqualTo(2);
                throw new IOException("broken");
              };
            });

    assertThatThrownBy(() -> run(node.build())).hasMessageContaining("broken");

    assertThat(events)
        .containsExactly("open model 1.0", "open agent", "close agent", "close model 1.0");
  }

  @Test
  void whatCannotBeClosedFailsTheRunAndLosesNothing() {
    SharedResource<AutoCloseable> stuck = closing("stuck", "locked");
    SharedResource<AutoCloseable> other = closing("other", "gone");
    ExperimentNode.Builder node = ExperimentNode.builder("asks");
    node.start()
        .through(
            "ask",
            step -> {
              var first = step.resource(stuck, AutoCloseable.class);
              var second = step.resource(other, AutoCloseable.class);
              return (context, none) -> {
                context.get(first);
                context.get(second);
                context.metrics().record("answer", 1);
              };
            });

    assertThatThrownBy(() -> run(node.build()))
        .isInstanceOfSatisfying(
            RunFailedException.class,
            failed -> {
              assertThat(failed.results().successful()).isFalse();
              assertThat(failed.results().get("asks").metric("answer").in("baseline").mean())
                  .isEqualTo(1);
              assertThat(failed.getSuppressed()).hasSize(2);
            })
        .hasMessageContaining(
            """
            1 of 1 tasks committed, 0 failed, 0 skipped
              resource 'other' could not be closed: java.io.IOException: gone
              resource 'stuck' could not be closed: java.io.IOException: locked""");
  }

  private static SharedResource<AutoCloseable> closing(String name, String problem) {
    return SharedResource.of(
        name,
        AutoCloseable.class,
        spec ->
            context ->
                () -> {
                  throw new IOException(problem);
                });
  }

  @Test
  void whatCannotBeMadeFailsTheTasksThatNeedItAndIsTriedOnce() {
    SharedResource<Model> broken =
        SharedResource.of(
            "broken",
            Model.class,
            spec ->
                context -> {
                  events.add("try");
                  throw new IOException("no route");
                });
    ExperimentNode needs =
        ExperimentNode.builder("needs").replicates(3).metric("one", context -> 1).build();
    ExperimentNode.Builder asks = models.asking("asks", broken).replicates(5);

    assertThatThrownBy(() -> run(needs, asks.build()))
        .isInstanceOfSatisfying(
            RunFailedException.class,
            failed -> {
              assertThat(failed.results().failures())
                  .hasSize(5)
                  .allSatisfy(
                      failure ->
                          assertThat(failure.toString())
                              .contains(
                                  "step 'ask'",
                                  "resource 'broken' could not be made:"
                                      + " java.io.IOException: no route"));
              assertThat(failed.results().get("needs").metric("one").in("baseline").n())
                  .isEqualTo(3);
            });
    assertThat(events).containsExactly("try");
  }

  @Test
  void isMadeAnewIfTheTaskThatMadeItWasGivenUp() {
    RunResources resources = new RunResources(Replacements.of(List.of(), Map.of()));
    SharedResource<String> slow =
        SharedResource.of(
            "slow",
            String.class,
            spec ->
                context -> {
                  events.add("try");
                  if (events.size() == 1) {
                    throw new InterruptedException();
                  }
                  return "made";
                });

    assertThatThrownBy(() -> resources.get(slow, declaration -> Map.of(), () -> true))
        .isInstanceOf(ResourceException.class);
    assertThat(Thread.interrupted()).isTrue();

    assertThat(resources.get(slow, declaration -> Map.of(), () -> false)).isEqualTo("made");
  }

  @Test
  void whatIsMadeAfterTheEndIsClosedAtOnce() throws Exception {
    RunResources resources = new RunResources(Replacements.of(List.of(), Map.of()));
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    SharedResource<Opened> late =
        SharedResource.of(
            "late",
            Opened.class,
            spec ->
                context -> {
                  making.countDown();
                  ended.await();
                  return models.new Opened("late", 1);
                });
    Thread task =
        new Thread(
            () ->
                assertThatThrownBy(() -> resources.get(late, declaration -> Map.of(), () -> false))
                    .hasMessageContaining("when the run had ended"));
    task.start();
    making.await();

    assertThat(resources.close()).isEmpty();
    ended.countDown();
    task.join();

    assertThat(events).containsExactly("open late", "close late");
    assertThatThrownBy(() -> resources.get(late, declaration -> Map.of(), () -> false))
        .hasMessageContaining("after the run has ended");
  }

  @Test
  void aRunThatIsInterruptedClosesWhatItOpened() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ExperimentNode.Builder node = ExperimentNode.builder("asks");
    node.start()
        .through(
            "ask",
            step -> {
              Slot<Model> used = step.resource(model, Model.class);
              return (context, none) -> {
                context.get(used);
                asked.countDown();
                new CountDownLatch(1).await();
              };
            });
    Thread runner =
        new Thread(
            () -> {
              assertThatThrownBy(() -> run(node.build())).isInstanceOf(RunFailedException.class);
              events.add("interrupted " + Thread.currentThread().isInterrupted());
            });
    runner.start();
    asked.await();
    runner.interrupt();
    runner.join();

    assertThat(events).containsExactly("open model 1.0", "close model 1.0", "interrupted true");
  }

  @Test
  void anObjectOfTheCallersTakesItsPlaceAndStaysOpen() {
    Opened fake = models.new Opened("fake", 42);
    RunOptions options = options().resource(Model.class, fake).build();

    GraphResult results = ExperimentGraph.of(models.asking("asks").build()).run(options);

    assertThat(results.get("asks").metric("answer").in("baseline").mean()).isEqualTo(42);
    assertThat(events).containsExactly("open fake");
  }

  @Test
  void onlyWhatFitsCanTakeItsPlace() {
    ExperimentGraph graph = ExperimentGraph.of(models.asking("asks").build());
    ExperimentNode.Builder exact = ExperimentNode.builder("exact");
    exact
        .start()
        .through(
            "ask",
            step -> {
              step.resource(model, Opened.class);
              return (context, none) -> {};
            });
    Model fake = () -> 1;

    assertThatThrownBy(() -> graph.run(options().resource(String.class, "x").build()))
        .hasMessage(
            "no resource of the graph is a java.lang.String; its resources:"
                + " model (dev.crystallize.runtime.OpenedModels$Opened)");
    assertThatThrownBy(
            () ->
                ExperimentGraph.of(exact.build())
                    .run(options().resource(Model.class, fake).build()))
        .hasMessageContaining("resource 'model' cannot be replaced by a ")
        .hasMessageContaining("it is used as a dev.crystallize.runtime.OpenedModels$Opened");
  }

  @Test
  void tasksThatAFakeWasUsedByAreNotReusedWithoutIt() {
    ExperimentGraph graph = ExperimentGraph.of(models.asking("asks").build());
    Model fake = () -> 42;
    RunOptions faked = options().resource(Model.class, fake).resume(true).build();
    graph.run(faked);

    assertThat(graph.plan(faked).toString()).contains("REUSE");
    Result real = graph.run(options().resume(true).build()).get("asks");

    assertThat(real.metric("answer").in("baseline").mean()).isEqualTo(1);
  }

  @Test
  void aVerifierUsesItWithTheValuesOfTheBaseline() {
    ExperimentNode.Builder node =
        models.asking("asks").baseline(Map.of("size", 2)).treatment("big", Map.of("size", 7));
    node.hypothesis(
        "judged",
        "judge",
        List.of(),
        verifier -> {
          Slot<Model> used = verifier.resource(model, Model.class);
          return (context, baseline, treatment) ->
              Map.of("p_value", context.get(used).answer() / 10);
        });

    HypothesisResult judged = run(node.build()).get("asks").hypotheses().get(0);

    assertThat(judged.rows().get(0).pValue()).isEqualTo(0.2);
    assertThat(events).containsOnlyOnce("open model 2.0", "open model 7.0").hasSize(4);
  }

  @Test
  void noMoreTasksUseItAtOnceThanItAllows() {
    SharedResource<Model> single =
        SharedResource.<Model>of("single", Model.class, spec -> context -> () -> 1).concurrency(1);
    ExperimentNode.Builder node = ExperimentNode.builder("asks").replicates(200);
    node.start()
        .through(
            "ask",
            step -> {
              step.resource(single, Model.class);
              return (context, none) -> {
                events.add("enter");
                events.add("leave");
              };
            });

    ExperimentGraph.of(node.build()).run(options().parallelism(4).build());

    assertThat(events).hasSize(400);
    for (int i = 0; i < events.size(); i += 2) {
      assertThat(events.subList(i, i + 2)).containsExactly("enter", "leave");
    }
  }

  @Test
  void aTaskThatIsDebuggedHasItAlone() {
    ExperimentGraph graph = ExperimentGraph.of(models.asking("asks").build());

    DebuggedTask task = graph.debug("asks", "baseline", 0, options().build());

    assertThat(task.metrics()).containsEntry("answer", 1.0);
    assertThat(events).containsExactly("open model 1.0", "close model 1.0");
  }

  private GraphResult run(ExperimentNode... nodes) {
    return ExperimentGraph.of(nodes).run(options().build());
  }

  private RunOptions.Builder options() {
    return SummaryChain.into(data);
  }
}

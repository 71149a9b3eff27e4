package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every task runs twice, and whatever is otherwise the second time is told. */
class CheckTest {

  @TempDir private Path data;

  private final AtomicInteger calls = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aReproducibleGraphRunsTwiceAndIsSuccessful(int parallelism) throws IOException {
    ExperimentNode.Builder counted =
        new SummaryChain().consumer().metric("calls", context -> 0 * calls.incrementAndGet());

    GraphResult results = check(counted.build(), parallelism);

    assertThat(results.successful()).isTrue();
    assertThat(results.differences()).isEmpty();
    assertThat(calls).hasValue(2 * 6);
    assertThat(results.toString())
        .contains("checked: every task that ran gave the same when it ran again");
    assertThat(results.toJson()).contains("\"differences\":[]");
  }

  @Test
  void whatTheSecondPassWroteIsGone() throws IOException {
    check(new SummaryChain().consumer().build(), 2);

    try (Stream<Path> files = Files.walk(data.resolve("producer"))) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .contains("summary.json")
          .noneMatch(name -> name.contains("again") || name.equals("_staging"));
    }
  }

  @Test
  void directoriesAreComparedToo() throws IOException {
    GraphResult same = check(pages(context -> "same"), 1);
    assertThat(same.differences()).isEmpty();
    assertThat(same.get("pages").artifact("pages", "baseline", 0).resolve("a/page.txt"))
        .hasContent("same");

    assertThat(check(pages(context -> "call " + calls.incrementAndGet()), 1).differences())
        .containsExactly(
            "[unseeded-random] pages baseline:0 gave other results the second time: output 'pages'"
                + " holds other bytes");
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("again"));
    }
  }

  private static ExperimentNode pages(Function<Context, String> content) {
    AtomicReference<ExperimentNode> made = new AtomicReference<>();
    ArtifactRef<Path> pages =
        ArtifactRef.of(made::get, "pages", ArtifactLoader.file(folder -> folder));
    ExperimentNode.Builder node = ExperimentNode.builder("pages");
    node.start()
        .through(
            "write",
            step -> {
              var out =
                  step.output(
                      pages,
                      "pages",
                      ArtifactWriter.<String>directory(
                          (text, folder) ->
                              Files.writeString(
                                  Files.createDirectory(folder.resolve("a")).resolve("page.txt"),
                                  text)));
              return (context, none) -> context.output(out).write(content.apply(context));
            });
    made.set(node.build());
    return made.get();
  }

  @Test
  void aMetricThatDiffersIsToldWithBothValues() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("counting")
            .replicates(2)
            .metric("same", context -> context.random().nextDouble())
            .metric("nan", context -> Double.NaN)
            .metric("calls", context -> context.replicate() == 1 ? calls.incrementAndGet() : 0);

    GraphResult results = check(node.build(), 2);

    assertThat(results.differences())
        .containsExactly(
            "[unseeded-random] counting baseline:1 gave other results the second time: metric"
                + " 'calls' 1.0, then 2.0");
    assertThat(results.successful()).isFalse();
    assertThat(results.problems())
        .contains("2 of 2 tasks committed")
        .contains("1 task is not reproducible\n  [unseeded-random] counting baseline:1");
    assertThat(results.get("counting").metric("calls").in("baseline").values())
        .as("the first pass counts")
        .containsExactly(0, 1);
  }

  @Test
  void seriesAndOutputsThatDifferAreTold() {
    ExperimentNode.Builder node = ExperimentNode.builder("writing");
    ArtifactRef<String> text =
        ArtifactRef.of(
            () -> ExperimentNode.builder("writing").build(),
            "text",
            ArtifactLoader.text((String read) -> read));
    node.start()
        .through(
            "write",
            step -> {
              OutputSlot<String> out =
                  step.output(text, "text.txt", ArtifactWriter.text((String value) -> value));
              return (context, none) -> {
                context.output(out).write("call " + calls.incrementAndGet());
                context.metrics().series("loss", 0, calls.get());
              };
            });

    assertThat(check(node.build(), 1).differences())
        .containsExactly(
            "[unseeded-random] writing baseline:0 gave other results the second time: series"
                + " 'loss' differs; output 'text' holds other bytes");
  }

  @Test
  void aTaskThatFailsOnlyTheSecondTimeIsToldAndCommitted() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("once")
            .metric(
                "m",
                context -> {
                  if (calls.incrementAndGet() > 1) {
                    throw new IllegalStateException("no more");
                  }
                  return 1;
                });

    GraphResult results = check(node.build(), 1);

    assertThat(results.failures()).isEmpty();
    assertThat(results.differences())
        .containsExactly(
            "[unseeded-random] once baseline:0 gave other results the second time: it failed the"
                + " second time: java.lang.IllegalStateException: no more");
  }

  @Test
  void aTaskThatFailsTheFirstTimeFails() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("never")
            .metric(
                "m",
                context -> {
                  throw new IllegalStateException("boom " + calls.incrementAndGet());
                });

    assertThat(check(node.build(), 1).failures())
        .singleElement()
        .extracting(Failure::message)
        .isEqualTo("java.lang.IllegalStateException: boom 1");
  }

  @Test
  void anAttemptThatFailsIsRepeatedAndTheOneThatSucceedsIsChecked() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("lucky")
            .retries(2)
            .metric(
                "drawn",
                context -> {
                  if (calls.incrementAndGet() < 3) {
                    throw new IllegalStateException("no luck");
                  }
                  return context.random().nextDouble();
                });

    GraphResult results = check(node.build(), 1);

    assertThat(results.successful()).isTrue();
    assertThat(calls).as("two that fail, and two passes of the third").hasValue(4);
  }

  @Test
  void aTaskThatHangsTheSecondTimeTimesOutAfterTwiceTheTime() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("hanging")
            .timeout(Duration.ofMillis(200))
            .metric(
                "m",
                context -> {
                  if (calls.incrementAndGet() == 2) {
                    new CountDownLatch(1).await();
                  }
                  return 1;
                });

    GraphResult results = check(node.build(), 1);

    assertThat(results.failures())
        .singleElement()
        .extracting(Failure::message)
        .asString()
        .startsWith("timed out after 400ms");
  }

  @Test
  void aRunThatFindsDifferencesThrowsThem() {
    ExperimentNode node =
        ExperimentNode.builder("counting").metric("m", context -> calls.incrementAndGet()).build();

    assertThatThrownBy(
            () -> ExperimentGraph.of(node).run(SummaryChain.into(data).check(true).build()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("metric 'm' 1.0, then 2.0");
  }

  @Test
  void whatIsReusedIsNotCheckedSoACheckDoesNotResume() {
    assertThatThrownBy(() -> RunOptions.builder().check(true).resume(true).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tasks that are reused would not run");
  }

  private GraphResult check(ExperimentNode node, int parallelism) {
    return ExperimentGraph.of(node)
        .run(
            SummaryChain.into(data)
                .parallelism(parallelism)
                .check(true)
                .onFailure(OnFailure.RETURN)
                .build());
  }
}

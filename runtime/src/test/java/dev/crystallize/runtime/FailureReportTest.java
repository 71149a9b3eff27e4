package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of failures: at the end, and to listeners meanwhile. */
class FailureReportTest {

  @TempDir private Path data;

  private final ArtifactRef<Double> number =
      ArtifactRef.of(() -> this.producer, "number", ArtifactLoader.text(Double::parseDouble));
  private final AtomicInteger failures = new AtomicInteger();
  private final ExperimentNode producer = producer();

  @Test
  void aReportNamesWhatWasSkippedAndWhatToDo() {
    failures.set(Integer.MAX_VALUE);
    ExperimentGraph graph = ExperimentGraph.of(consumer("left"), consumer("right"));

    assertThatThrownBy(() -> graph.run(options(RunListener.NONE)))
        .isInstanceOf(RunFailedException.class)
        .hasMessage(
            """
            0 of 30 tasks committed, 10 failed, 20 skipped
            """
                + first(8)
                + """
                  and 2 more
                """
                + skipped(8)
                + "  repair: --resume");
  }

  @Test
  void aMessageOfSeveralLinesIsToldOnOne() {
    Failure failure =
        new Failure(
            new TaskId("train", "high_lr", 3),
            Optional.of("fit"),
            1,
            1,
            "Diverged:\n  loss\u001b[2J 7\n\n  step 4\n",
            "",
            Optional.empty());

    assertThat(failure)
        .hasToString("train high_lr:3, step 'fit': Diverged: loss\\u001b[2J 7 step 4");
  }

  private static String first(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("  producer baseline:").append(i);
      text.append(", step 'draw': java.lang.IllegalStateException: no luck\n");
      text.append("    debug it: --debug producer:baseline:").append(i).append('\n');
    }
    return text.toString();
  }

  private static String skipped(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("  skipped because producer baseline:").append(i).append(" failed: left");
      text.append(" baseline:").append(i).append(", right baseline:").append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void aConditionWithoutAnyValueSaysSo() {
    ExperimentNode node =
        ExperimentNode.builder("study")
            .replicates(3)
            .baseline(Map.of("broken", false))
            .treatment("other", Map.of("broken", true))
            .metric(
                "value",
                context -> {
                  if (context.booleanValue("broken")) {
                    throw new IllegalStateException("broken");
                  }
                  return context.replicate();
                })
            .build();

    GraphResult results =
        ExperimentGraph.of(node)
            .run(options(RunListener.NONE).toBuilder().onFailure(OnFailure.RETURN).build());

    assertThat(results.toString())
        .startsWith(
            """
            study
              value  baseline  1.000 +/- 1.000  (3)
              value  other           no values  (0 of 3)
            """)
        .doesNotContain("NaN");
  }

  @Test
  void whatWasSkippedIsInTheJsonToo() {
    failures.set(1);
    RunOptions options = options(RunListener.NONE).toBuilder().onFailure(OnFailure.RETURN).build();

    GraphResult results = ExperimentGraph.of(consumer("left")).run(options);

    assertThat(GraphResult.fromJson(results.toJson()).problems())
        .isEqualTo(results.problems())
        .contains("failed: left baseline:");
  }

  @Test
  void aListenerHearsOfEverything() {
    failures.set(1);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    ExperimentNode.Builder node = ExperimentNode.builder("study").retries(1);
    node.start().through("draw", step -> (context, none) -> draw(context));

    ExperimentGraph.of(node.build()).run(options(new Noting(heard)));

    assertThat(heard)
        .containsExactly(
            "run of 1 started",
            "experiment study started",
            "study baseline:0 started",
            "step draw started",
            "study baseline:0 is at 0.5, half",
            "step draw failed: java.lang.IllegalStateException: no luck",
            "study baseline:0, step 'draw', attempt 1 of 2: java.lang.IllegalStateException: no"
                + " luck, again in PT0S",
            "study baseline:0 started",
            "step draw started",
            "study baseline:0 is at 0.5, half",
            "step draw finished",
            "study baseline:0 finished {drawn=1.0}",
            "experiment study finished",
            "run finished");
  }

  @Test
  void aListenerThatThrowsErrorsBreaksNothing() {
    ExperimentNode.Builder node = ExperimentNode.builder("study");
    node.start().through("draw", step -> (context, none) -> draw(context));
    RunListener broken =
        new RunListener() {
          @Override
          public void stepStarted(TaskId task, String step) {
            throw new AssertionError("broken");
          }

          @Override
          public void progress(TaskId task, double fraction, String text) {
            throw new AssertionError("broken");
          }
        };

    assertThat(ExperimentGraph.of(node.build()).run(options(broken)).successful()).isTrue();
  }

  @Test
  void aListenerMayThrowCheckedExceptionsAndInterruptItsThread() {
    ExperimentNode.Builder node = ExperimentNode.builder("study").replicates(3);
    node.start()
        .through(
            "draw",
            step ->
                (context, none) -> {
                  draw(context);
                  if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("interrupted");
                  }
                });
    node.hypothesis(
        "h",
        "calm",
        List.of(),
        spec ->
            (context, baseline, treatment) ->
                Map.of("interrupted", Thread.currentThread().isInterrupted()));
    node.treatment("other", Map.of());

    GraphResult results = ExperimentGraph.of(node.build()).run(options(new Rude()));

    assertThat(results.successful()).isTrue();
    assertThat(results.get("study").hypotheses().get(0).rows().get(0).findings())
        .containsEntry("interrupted", false);
  }

  /** Does to its thread what it can. */
  private static final class Rude implements RunListener {

    @Override
    public void taskStarted(TaskId task) {
      fail(new IOException("started"));
    }

    @Override
    public void stepStarted(TaskId task, String step) {
      fail(new IOException("began"));
    }

    @Override
    public void progress(TaskId task, double fraction, String text) {
      fail(new IOException("goes on"));
    }

    @Override
    public void taskFinished(TaskId task, Map<String, Double> metrics) {
      fail(new IOException("ended"));
    }

    /** As code of other languages does, which knows no checked exceptions. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void fail(Exception exception) throws E {
      Thread.currentThread().interrupt();
      throw (E) exception;
    }
  }

  private void draw(Context context) {
    context.progress(0.5, "half");
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("no luck");
    }
    context.metrics().record("drawn", 1);
  }

  private ExperimentNode producer() {
    ExperimentNode.Builder node = ExperimentNode.builder("producer").replicates(10);
    node.start()
        .through(
            "draw",
            step -> {
              var out = step.output(number, "number.txt", ArtifactWriter.text(String::valueOf));
              return (context, none) -> {
                draw(context);
                context.output(out).write(1.0);
              };
            });
    return node.build();
  }

  private ExperimentNode consumer(String name) {
    ExperimentNode.Builder node = ExperimentNode.builder(name);
    var input = node.input("number", number.input());
    node.start()
        .through(
            "add", step -> (context, none) -> context.metrics().record("sum", context.get(input)));
    return node.build();
  }

  private RunOptions options(RunListener listener) {
    return RunOptions.builder().dataDirectory(data).listener(listener).parallelism(1).build();
  }

  /** Writes down what it hears. */
  private record Noting(List<String> heard) implements RunListener {

    @Override
    public void runStarted(int tasks) {
      heard.add("run of " + tasks + " started");
    }

    @Override
    public void runFinished(boolean interrupted) {
      heard.add("run " + (interrupted ? "interrupted" : "finished"));
    }

    @Override
    public void experimentStarted(String experiment) {
      heard.add("experiment " + experiment + " started");
    }

    @Override
    public void experimentFinished(String experiment) {
      heard.add("experiment " + experiment + " finished");
    }

    @Override
    public void taskStarted(TaskId task) {
      heard.add(task + " started");
    }

    @Override
    public void taskFinished(TaskId task, Map<String, Double> metrics) {
      heard.add(task + " finished " + metrics);
    }

    @Override
    public void taskRetried(Failure failure, Duration wait) {
      heard.add(failure + ", again in " + wait);
    }

    @Override
    public void stepStarted(TaskId task, String step) {
      heard.add("step " + step + " started");
    }

    @Override
    public void stepFailed(TaskId task, String step, Throwable cause) {
      heard.add("step " + step + " failed: " + cause);
    }

    @Override
    public void stepFinished(TaskId task, String step, Duration duration) {
      heard.add("step " + step + " finished");
    }

    @Override
    public void progress(TaskId task, double fraction, String text) {
      heard.add(task + " is at " + fraction + ", " + text);
    }
  }
}

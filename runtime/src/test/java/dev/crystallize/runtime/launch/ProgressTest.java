package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.Failure;
import dev.crystallize.runtime.TaskId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final AtomicLong clock = new AtomicLong();
  private final ProgressCounts counts = new ProgressCounts(clock::get);

  @Test
  void beforeTheTasksAreKnownItOnlyStarts() {
    assertThat(counts.text()).isEqualTo("starting");
  }

  @Test
  void nothingIsGuessedBeforeTheFirstTaskHasEnded() {
    counts.runStarted(10);
    counts.taskStarted(task(0));

    assertThat(counts.text()).isEqualTo("0 of 10 tasks done, 1 running");
  }

  @Test
  void theRestIsGuessedFromWhatRanSoFar() {
    counts.runStarted(10);
    run(0);
    counts.taskStarted(task(1));
    counts.taskFailed(failure(1));
    counts.taskSkipped(task(2), task(1));
    counts.taskStarted(task(3));
    clock.set(Duration.ofSeconds(20).toNanos());

    assertThat(counts.text())
        .isEqualTo("1 of 10 tasks done, 1 failed, 1 skipped, 1 running, about 1 min 10 s left");
  }

  @Test
  void aRepeatedTaskRunsOnce() {
    counts.runStarted(2);
    counts.taskStarted(task(0));
    counts.taskStarted(task(0));

    assertThat(counts.text()).isEqualTo("0 of 2 tasks done, 1 running");
  }

  @Test
  void aTaskThatIsRepeatedIsCountedSoAndRunsNoMore() {
    counts.runStarted(2);
    counts.taskStarted(task(0));
    counts.taskRetried(failure(0), Duration.ofSeconds(1));

    assertThat(counts.text()).isEqualTo("0 of 2 tasks done, 1 repeated");
  }

  @Test
  void whatAStepSaysOfItselfIsShownOnOneLineAsLongAsItRuns() {
    counts.runStarted(2);
    counts.taskStarted(task(0));
    counts.progress(task(0), 0.4, "epoch 4\nof 10");
    counts.progress(task(1), 0.9, "does not run");

    assertThat(counts.text())
        .isEqualTo("0 of 2 tasks done, 1 running; study baseline:0: 40 % epoch 4 of 10");

    counts.progress(task(0), Double.NaN, "last");
    assertThat(counts.text()).endsWith("; study baseline:0: last");

    counts.taskFinished(task(0), Map.of());
    assertThat(counts.text()).isEqualTo("1 of 2 tasks done, about 0 s left");
  }

  @Test
  void withoutATerminalFailuresAreSaidAtOnceAndProgressOnlyWhereThereIsSome() {
    List<String> lines = new ArrayList<>();
    try (ProgressLog log = new ProgressLog(counts, lines::add)) {
      log.runStarted(20);
      log.say();
      log.say();
      log.taskStarted(task(0));
      log.taskRetried(failure(0), Duration.ofSeconds(1));
      for (int i = 0; i < 10; i++) {
        log.taskStarted(task(i));
        log.taskFailed(failure(i));
      }
      log.say();
    }

    assertThat(lines)
        .startsWith(
            "0 of 20 tasks done",
            "repeated: study baseline:0: boom",
            "failed: study baseline:0: boom")
        .endsWith(
            "failed: study baseline:7: boom",
            "0 of 20 tasks done, 10 failed, 1 repeated, about 0 s left")
        .hasSize(11);
  }

  @Test
  void aLineThatIsTooLongIsCut() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    try (ProgressLine line =
        new ProgressLine(
            new PrintStream(terminal, true, StandardCharsets.UTF_8), () -> "x".repeat(200))) {
      line.draw();
      assertThat(terminal.toString(StandardCharsets.UTF_8))
          .isEqualTo("\r" + "x".repeat(76) + "...");
    }
  }

  @Test
  void aFinishedRunHasNothingLeft() {
    counts.runStarted(1);
    run(0);

    assertThat(counts.text()).isEqualTo("1 of 1 tasks done");
  }

  @Test
  void aShorterLineCoversALongerOneAndNothingIsLeft() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    List<String> texts = new ArrayList<>(List.of("long", "ab"));
    try (ProgressLine line =
        new ProgressLine(
            new PrintStream(terminal, true, StandardCharsets.UTF_8), () -> texts.remove(0))) {
      line.draw();
      line.draw();
    }

    assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("\rlong\rab  \r  \r");
  }

  private void run(int replicate) {
    counts.taskStarted(task(replicate));
    counts.taskFinished(task(replicate), Map.of());
  }

  private static Failure failure(int replicate) {
    return new Failure(task(replicate), Optional.empty(), 1, 1, "boom", "", Optional.empty());
  }

  private static TaskId task(int replicate) {
    return new TaskId("study", "baseline", replicate);
  }
}

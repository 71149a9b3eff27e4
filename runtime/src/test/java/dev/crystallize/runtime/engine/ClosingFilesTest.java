package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.ClosingFiles;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.ReadOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a version ends with. */
class ClosingFilesTest {

  private static final GraphPlan PLAN = Runs.pair(2);

  @TempDir private Path data;

  @Test
  void theyAreWrittenBeforeTheJournalSaysThatTheVersionHasEnded() {
    List<String> journals = new CopyOnWriteArrayList<>();

    run(
        FailureMode.CONTINUE,
        closing -> {
          journals.add(read(data.resolve("consumer/v0/_journal.jsonl")));
          return Map.of("_extra.txt", out -> out.write("extra".getBytes(StandardCharsets.UTF_8)));
        },
        Runs::writeWhatIsRead);

    assertThat(journals).singleElement().asString().doesNotContain("\"line\":\"end\"");
    assertThat(read(data.resolve("consumer/v0/_journal.jsonl"))).contains("\"line\":\"end\"");
    assertThat(data.resolve("consumer/v0/_extra.txt")).hasContent("extra");
  }

  @Test
  void theyAreToldWhatWasReadOfOthersByVersionAndDigest() {
    List<ReadOutput> reads = new CopyOnWriteArrayList<>();

    run(
        FailureMode.CONTINUE,
        closing -> {
          reads.addAll(closing.reads());
          assertThat(closing.ended()).isTrue();
          return Map.of();
        },
        Runs::writeWhatIsRead);

    assertThat(reads)
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.experiment()).isEqualTo("producer");
              assertThat(read.output()).isEqualTo("out");
              assertThat(read.version()).isEqualTo("v0");
              assertThat(read.artifacts()).as("baseline and high, two replicates").isEqualTo(4);
              assertThat(read.sha256()).matches("[0-9a-f]{64}");
            });
  }

  @Test
  void aVersionThatIsLeftHasThemTooAndStaysOpen() {
    run(
        FailureMode.FAIL_FAST,
        closing -> {
          assertThat(closing.ended()).isFalse();
          return Map.of("_extra.txt", out -> out.write(1));
        },
        task -> {
          if (task.experiment().equals("consumer")) {
            throw new IllegalStateException("fails on purpose");
          }
          return Runs.writeWhatIsRead(task);
        });

    assertThat(data.resolve("consumer/v0/_extra.txt")).exists();
    assertThat(read(data.resolve("consumer/v0/_journal.jsonl"))).doesNotContain("\"line\":\"end\"");
  }

  private void run(FailureMode mode, ClosingFiles ofTheConsumer, TaskCode code) {
    List<NodeStorage> storage =
        Runs.storage(PLAN).stream()
            .map(
                each ->
                    each.experiment().equals("consumer") ? each.withClosing(ofTheConsumer) : each)
            .toList();
    new Engine()
        .run(
            new RequestBuilder(PLAN, data, code)
                .storage(storage)
                .parallelism(1)
                .failureMode(mode)
                .build());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

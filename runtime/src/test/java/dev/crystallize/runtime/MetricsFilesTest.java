package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFilesTest {

  @TempDir private Path data;

  @Test
  void everyVersionFolderHoldsItsMetricsAsATidyTable() {
    run(new SummaryChain(2).consumer());

    assertThat(data.resolve("consumer/v0/metrics.csv"))
        .hasContent(
            """
            experiment,condition,replicate,metric,value
            consumer,baseline,0,total,6.0
            consumer,baseline,1,total,6.0
            consumer,high_lr,0,total,60.0
            consumer,high_lr,1,total,60.0
            """);
  }

  @Test
  void anExperimentWithoutMetricsHasATableWithoutRows() {
    run(new SummaryChain(2).consumer());

    assertThat(data.resolve("producer/v0/metrics.csv"))
        .hasContent("experiment,condition,replicate,metric,value\n");
  }

  @Test
  void numbersAreSpeltAsInResultsJson() {
    String csv =
        run(ExperimentNode.builder("numbers")
                .metric("nan", context -> Double.NaN)
                .metric("low", context -> Double.NEGATIVE_INFINITY)
                // The JDK before 19 spells this one with a digit too many.
                .metric("small", context -> 2.0E-3 + 0)
                .metric("tiny", context -> 2.2E-322))
            .toCsv();

    assertThat(csv.lines().skip(1))
        .containsExactly(
            "numbers,baseline,0,nan,NaN",
            "numbers,baseline,0,low,-Infinity",
            "numbers,baseline,0,small,0.002",
            "numbers,baseline,0,tiny,2.2E-322");
    assertThat(data.resolve("numbers/v0/baseline/results.json"))
        .content()
        .contains("\"nan\": [\"NaN\"]")
        .contains("\"tiny\": [2.2E-322]");
  }

  @Test
  void aReplicateThatFailedHasNoRow() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("half")
            .replicates(2)
            .metric(
                "m",
                context -> {
                  if (context.replicate() == 0) {
                    throw new IllegalStateException("boom");
                  }
                  return 1.0;
                });

    assertThat(run(node).get("half").toCsv())
        .isEqualTo("experiment,condition,replicate,metric,value\nhalf,baseline,1,m,1.0\n");
  }

  @Test
  void theTableOfARunReplacesTheFileWhole(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("all.csv"), "old");
    GraphResult results = run(new SummaryChain(1).consumer());

    results.writeCsv(file);

    assertThat(file).hasContent(results.toCsv());
    assertThat(folder).isDirectoryContaining(each -> each.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  /** As {@code --csv /dev/stdout} has it: no file may take the place of a pipe or device. */
  @Test
  void whatIsNoFileIsWrittenToAndStays(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(isMade(pipe), "mkfifo is not there");
    GraphResult results = run(new SummaryChain(1).consumer());
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> content(pipe));

    results.writeCsv(pipe);

    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(read.join()).isEqualTo(results.toCsv());
  }

  @Test
  void aTableThatCannotBeWrittenIsAnError(@TempDir Path folder) {
    GraphResult results = run(new SummaryChain(1).consumer());

    assertThatThrownBy(() -> results.writeCsv(folder.resolve("absent/all.csv")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot write");
  }

  private static boolean isMade(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String content(Path pipe) {
    try (InputStream in = Files.newInputStream(pipe)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GraphResult run(ExperimentNode.Builder node) {
    return ExperimentGraph.of(node.build())
        .run(SummaryChain.into(data).onFailure(OnFailure.RETURN).build());
  }
}

package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data in the form in which the Python system leaves them. */
class PythonDataTest {

  private static final ArtifactLoader<String> TEXT =
      ArtifactLoader.bytes(bytes -> new String(bytes, StandardCharsets.UTF_8));

  @TempDir private Path data;

  @BeforeEach
  void write() throws IOException {
    write("metadata.json", "{\"replicates\": 3, \"id\": \"2378caddc8fd\", \"name\": \"producer\"}");
    write("_manifest.json", "{\"summary.json\": \"Produce_SummaryStep\"}");
    write("baseline/results.json", "{\"metrics\": {\"total\": [0.6000000000000001, 1.6, 2.6]}}");
    write("baseline/.crystallize_complete", "");
    write("high_lr/results.json", "{\"metrics\": {\"total\": [3.0, 4.0, 5]}}");
    write("high_lr/.crystallize_complete", "");
    for (int i = 0; i < 3; i++) {
      write(
          "replicate_" + i + "/high_lr/Produce_SummaryStep/summary.json",
          "{\"total\": " + (3 + i) + ".0}");
    }
  }

  @Test
  void itsVersionsAreListed() {
    assertThat(DataFolder.open(data).versions("producer"))
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.writer()).isEqualTo(DataVersion.Writer.PYTHON);
              assertThat(version.state()).isEqualTo(DataVersion.State.COMPLETE);
              assertThat(version.conditions()).containsExactly("baseline", "high_lr");
              assertThat(version.replicates()).isEqualTo(3);
            });
    assertThat(DataFolder.open(data).toString())
        .contains("v0  complete  2 conditions  3 replicates  written by the Python system");
  }

  @Test
  void itsMetricsAreLoaded() {
    Result result = DataFolder.open(data).load("producer");

    assertThat(result.metric("total").in("baseline").values())
        .containsExactly(0.6000000000000001, 1.6, 2.6);
    assertThat(result.metric("total").in("high_lr").mean()).isEqualTo(4);
    assertThat(result.hypotheses()).isEmpty();
    assertThat(result.provenance()).isEmpty();
    assertThat(result.notes())
        .containsExactly("written by the Python system, which keeps no seed, hypotheses or hashes");
  }

  @Test
  void itsFilesAreFoundByTheirNames() {
    Result result = DataFolder.open(data).load("producer");
    ArtifactRef<String> byName =
        ArtifactRef.of(() -> ExperimentNode.builder("none").build(), "summary.json", TEXT);
    ArtifactRef<String> byAlias =
        ArtifactRef.of(() -> ExperimentNode.builder("none").build(), "summary", TEXT);

    assertThat(result.artifacts()).containsExactly("summary.json");
    assertThat(result.load(byName, "high_lr", 2)).isEqualTo("{\"total\": 5.0}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> result.load(byAlias, "high_lr", 2))
        .withMessageContaining("summary.json");
    assertThatThrownBy(() -> result.load(byName, "baseline", 0))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("producer baseline:0");
  }

  @Test
  void valuesThatNobodyCanAssignToReplicatesAreLeftOutAndNamed() throws IOException {
    write(
        "high_lr/results.json",
        "{\"metrics\": {\"total\": [3.0, 4.0], \"note\": [\"a\", \"b\", \"c\"], \"loss\": [NaN,"
            + " -Infinity, 1]}}");

    Result result = DataFolder.open(data).load("producer");

    assertThat(result.metric("loss").in("high_lr").values())
        .containsExactly(Double.NaN, Double.NEGATIVE_INFINITY, 1.0);
    assertThat(result.metric("total").in("high_lr").n()).isZero();
    assertThat(result.notes())
        .contains(
            "not read: metric 'total' of high_lr, which is not a number for each of the 3"
                + " replicates",
            "not read: metric 'note' of high_lr, which is not a number for each of the 3"
                + " replicates");
  }

  @Test
  void aConditionThatDidNotComeToItsEndIsLeftOutAndNamed() throws IOException {
    Files.delete(version().resolve("high_lr/.crystallize_complete"));

    DataFolder folder = DataFolder.open(data);

    assertThat(folder.versions("producer").get(0).state()).isEqualTo(DataVersion.State.INCOMPLETE);
    assertThat(folder.load("producer", 0).complete("high_lr")).isFalse();
    assertThat(folder.load("producer", 0).notes())
        .contains("not read: high_lr, which did not come to its end");
  }

  @Test
  void itIsComparedWithOurOwnWithoutPairs() {
    ExperimentGraph.of(
            ExperimentNode.builder("producer").replicates(3).metric("total", c -> 2.0).build())
        .run(SummaryChain.into(data).build());

    Comparison comparison = DataFolder.open(data).compare("producer", 0, 1);

    assertThat(comparison.row("total", "baseline").pairs()).isZero();
    assertThat(comparison.row("total", "baseline").difference()).isCloseTo(0.4, within());
    assertThat(comparison.notes())
        .contains("replicates are not paired: the seeds differ or are not known")
        .contains("only in v0: condition high_lr");
  }

  @Test
  void damagedFilesAreNamed() throws IOException {
    write("baseline/results.json", "{\"metrics\": {\"total\": [1.0,");

    assertThatThrownBy(() -> DataFolder.open(data).load("producer"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("results.json")
        .hasMessageContaining("expected JSON");

    write("metadata.json", "{\"replicates\": 2000000000, \"id\": \"x\", \"name\": \"producer\"}");

    assertThat(DataFolder.open(data).versions("producer").get(0).problem())
        .hasValueSatisfying(
            problem -> assertThat(problem).endsWith("metadata.json: 2000000000 replicates"));
  }

  @Test
  void nothingLeadsOutOfAVersion(@TempDir Path elsewhere) throws IOException {
    write("_manifest.json", "{\"../secret\": \"Produce_SummaryStep\"}");
    Result result = DataFolder.open(data).load("producer");
    ArtifactRef<String> secret =
        ArtifactRef.of(() -> ExperimentNode.builder("none").build(), "../secret", TEXT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> result.load(secret, "high_lr", 0))
        .withMessageContaining("cannot be a name on disk");

    Files.delete(version().resolve("baseline/results.json"));
    Path outside = Files.writeString(elsewhere.resolve("results.json"), "{\"metrics\": {}}");
    Files.createSymbolicLink(version().resolve("baseline/results.json"), outside);

    assertThatThrownBy(() -> DataFolder.open(data).load("producer"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("leads out of its version's folder");
  }

  private Path version() {
    return data.resolve("producer/v0");
  }

  private void write(String name, String content) throws IOException {
    Path file = version().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-12);
  }
}

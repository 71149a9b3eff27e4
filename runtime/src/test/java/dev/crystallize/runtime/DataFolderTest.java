package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path data;

  @Test
  void versionsAreListedWithTheirState() {
    run(new SummaryChain(2).consumer());
    run(new SummaryChain(3).consumer());
    run(failing());

    DataFolder folder = DataFolder.open(data);

    assertThat(folder.experiments()).containsExactly("consumer", "half", "producer");
    assertThat(folder.versions("consumer"))
        .extracting(DataVersion::number, DataVersion::state, DataVersion::replicates)
        .containsExactly(
            tuple(0, DataVersion.State.COMPLETE, 2), tuple(1, DataVersion.State.COMPLETE, 3));
    assertThat(folder.versions("half"))
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.state()).isEqualTo(DataVersion.State.INCOMPLETE);
              assertThat(version.conditions()).containsExactly("baseline");
              assertThat(version.writer()).isEqualTo(DataVersion.Writer.JAVA);
              assertThat(version.folder()).isEqualTo(data.toRealPath().resolve("half/v0"));
              assertThat(version.provenance()).isPresent();
            });
    assertThat(folder.toString())
        .contains("consumer\n  v0  complete  2 conditions  2 replicates  2")
        .contains("\n  v1  complete  2 conditions  3 replicates  2")
        .contains("half\n  v0  incomplete  1 condition  2 replicates  2")
        .endsWith("data: " + data);
  }

  @Test
  void aVersionIsLoadedAsTheRunGaveIt() {
    SummaryChain chain = new SummaryChain(2);
    GraphResult results = run(chain.consumer().replicates(4));
    run(new SummaryChain(3).consumer());

    Result consumer = DataFolder.open(data).load("consumer", 0);
    Result producer = DataFolder.open(data).load("producer", 0);

    assertThat(consumer).hasToString(results.get("consumer").toString());
    assertThat(consumer.toCsv()).isEqualTo(results.get("consumer").toCsv());
    assertThat(consumer.metric("total").in("high_lr").independent()).isEqualTo(2);
    assertThat(consumer.provenance()).isEqualTo(results.get("consumer").provenance());
    assertThat(consumer.notes()).isEmpty();
    assertThat(producer.load(chain.summary(), "high_lr", 1).total()).isEqualTo(60);
  }

  @Test
  void theNewestCompleteVersionIsLoadedUnlessOneIsNamed() {
    run(new SummaryChain(2).consumer());
    run(new SummaryChain(3).consumer());

    assertThat(DataFolder.open(data).load("consumer").metric("total").in("baseline").n())
        .isEqualTo(3);
  }

  @Test
  void hypothesesAndFailuresAreLoaded() {
    GraphResult results =
        run(
            failing()
                .treatment("t", Map.of())
                .hypothesis(
                    "h",
                    "v",
                    List.of(),
                    spec -> (context, baseline, treatment) -> Map.of("p_value", 0.5)));

    Result read = DataFolder.open(data).load("half", 0);

    assertThat(read.hypotheses()).isEqualTo(results.get("half").hypotheses());
    assertThat(read.failures())
        .extracting(Failure::task, Failure::message)
        .containsExactly(
            tuple(new TaskId("half", "baseline", 0), "java.lang.IllegalStateException: boom"),
            tuple(new TaskId("half", "t", 0), "java.lang.IllegalStateException: boom"));
    assertThat(read.complete("baseline")).isFalse();
  }

  @Test
  void aTaskThatFailedAndWasRepairedIsNoFailure() {
    int[] attempts = new int[1];
    ExperimentNode.Builder node =
        ExperimentNode.builder("mended")
            .metric(
                "m",
                context -> {
                  if (attempts[0]++ == 0) {
                    throw new IllegalStateException("boom");
                  }
                  return 1;
                });
    ExperimentGraph graph = ExperimentGraph.of(node.build());
    RunOptions.Builder options = SummaryChain.into(data).onFailure(OnFailure.RETURN).resume(true);
    graph.run(options.build());
    graph.run(options.build());

    Result read = DataFolder.open(data).load("mended");

    assertThat(read.failures()).isEmpty();
    assertThat(read.complete("baseline")).isTrue();
  }

  @Test
  void whatIsNotThereIsToldWithWhatThereIs() {
    run(new SummaryChain(2).consumer());
    run(failing());
    DataFolder folder = DataFolder.open(data);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.versions("consummer"))
        .withMessageContaining("there is no experiment 'consummer'")
        .withMessageContaining("did you mean 'consumer'?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.load("consumer", 7))
        .withMessage("'consumer' has no version v7; there are v0 (complete)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.load("half"))
        .withMessage("'half' has no complete version, so name one of these: v0 (incomplete)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.compareNewest("consumer"))
        .withMessage("'consumer' has fewer than two complete versions: v0 (complete)");
    assertThatIllegalArgumentException().isThrownBy(() -> folder.versions("../data"));
    assertThatThrownBy(() -> DataFolder.open(data.resolve("absent")))
        .isInstanceOf(StorageException.class)
        .hasMessage("there is no data folder " + data.resolve("absent"));
  }

  @Test
  void aDamagedFileBesideTheJournalKeepsNobodyFromTheRest() throws IOException {
    run(new SummaryChain(2).consumer());
    Files.writeString(data.resolve("consumer/v0/_provenance.json"), "{\"java\":17}");

    Result read = DataFolder.open(data).load("consumer");

    assertThat(read.metric("total").in("high_lr").mean()).isEqualTo(60);
    assertThat(read.provenance()).isEmpty();
    assertThat(read.notes())
        .containsExactly(
            "not read: _provenance.json: provenance.java: expected a text, so write it in quotes,"
                + " not 17");
    assertThat(read.toString()).endsWith("  " + read.notes().get(0));
  }

  @Test
  void aDamagedVersionKeepsNobodyFromTheOthers() throws IOException {
    for (int i = 0; i < 3; i++) {
      run(new SummaryChain(1).consumer());
    }
    Path journal = data.resolve("consumer/v1/_journal.jsonl");
    Files.delete(journal);
    Files.createDirectory(journal);
    Files.createSymbolicLink(data.resolve("consumer/v7"), data.resolve("consumer/v0"));
    Files.copy(
        data.resolve("producer/v2/_journal.jsonl"),
        data.resolve("consumer/v2/_journal.jsonl"),
        StandardCopyOption.REPLACE_EXISTING);

    DataFolder folder = DataFolder.open(data);

    assertThat(folder.experiments()).containsExactly("consumer", "producer");
    assertThat(folder.versions("consumer"))
        .extracting(version -> version.number() + " " + version.state())
        .containsExactly("0 complete", "1 unreadable", "2 unreadable", "7 unreadable");
    assertThat(folder.load("consumer").versionFolder()).hasValue(data.resolve("consumer/v0"));
    assertThat(folder.toString())
        .contains(
            "  v2  unreadable  v2 of 'consumer' holds the journal of 'producer'; move it away\n")
        .contains("v7 is a symbolic link; data must lie inside its data folder itself\n");
    assertThatThrownBy(() -> folder.load("consumer", 1))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot read v1 of 'consumer'");
  }

  @Test
  void aVersionWithTheJournalOfAnotherExperimentIsNotResumed() throws IOException {
    run(new SummaryChain(1).consumer());
    Files.copy(
        data.resolve("producer/v0/_journal.jsonl"),
        data.resolve("consumer/v0/_journal.jsonl"),
        StandardCopyOption.REPLACE_EXISTING);
    ExperimentGraph graph = ExperimentGraph.of(new SummaryChain(1).consumer().build());
    RunOptions resuming = SummaryChain.into(data).resume(true).build();

    assertThatThrownBy(() -> graph.run(resuming))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("v0 of 'consumer' holds the journal of 'producer'; move it away");
  }

  @Test
  void aFileBesideTheJournalThatIsALinkOrAFolderIsNotRead() throws IOException {
    run(new SummaryChain(1).consumer());
    Path provenance = data.resolve("consumer/v0/_provenance.json");
    Files.move(provenance, data.resolve("elsewhere"));
    Files.createSymbolicLink(provenance, data.resolve("elsewhere"));
    Files.createDirectory(data.resolve("consumer/v0/hypotheses.json"));

    assertThat(DataFolder.open(data).load("consumer").notes())
        .containsExactlyInAnyOrder(
            "not read: hypotheses.json: it is a link or a folder",
            "not read: _provenance.json: it is a link or a folder");
  }

  @Test
  void anArtifactThatIsGoneIsAnErrorThatCanBeCaught() throws IOException {
    SummaryChain chain = new SummaryChain(1);
    run(chain.consumer());
    Result producer = DataFolder.open(data).load("producer");
    Files.delete(producer.artifact("summary", "baseline", 0));

    assertThatThrownBy(() -> producer.load(chain.summary(), "baseline", 0))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("[missing-artifact] 'summary' of 'producer' (v0)");
  }

  @Test
  void foldersThatHoldNoVersionArePassedOver() throws IOException {
    run(new SummaryChain(1).consumer());
    Files.createDirectories(data.resolve("notes/v1"));
    Files.createDirectories(data.resolve("consumer/v7"));
    Files.createDirectories(data.resolve(" odd"));
    Files.writeString(data.resolve("README"), "mine");

    DataFolder folder = DataFolder.open(data);

    assertThat(folder.experiments()).containsExactly("consumer", "producer");
    assertThat(folder.versions("consumer")).hasSize(1);
  }

  private static ExperimentNode.Builder failing() {
    return ExperimentNode.builder("half")
        .replicates(2)
        .metric(
            "m",
            context -> {
              if (context.replicate() == 0) {
                throw new IllegalStateException("boom");
              }
              return 1.0;
            });
  }

  private GraphResult run(ExperimentNode.Builder node) {
    return ExperimentGraph.of(node.build())
        .run(SummaryChain.into(data).onFailure(OnFailure.RETURN).build());
  }
}

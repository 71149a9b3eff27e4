package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.pair;
import static dev.crystallize.runtime.engine.Runs.request;
import static dev.crystallize.runtime.engine.Runs.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.UpstreamArtifact;
import dev.crystallize.runtime.store.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingBackTest {

  @TempDir private Path data;

  @Test
  void aCompleteRunLeavesAFullVersion() {
    StoredVersion version = afterRun();
    assertThat(version.state()).isEqualTo(VersionState.FULL);
    assertThat(version.tasks()).hasSize(6);
    assertThat(version.header().conditions()).containsExactly("baseline", "high");
  }

  @Test
  void theNewestFullVersionIsRead() {
    run(Runs::writeWhatIsRead);
    run(Runs::writeWhatIsRead);
    run(
        task -> {
          throw new IllegalStateException("no luck");
        });
    assertThat(DataFolder.at(data).newestFull("producer").number()).isEqualTo(1);
    assertThat(newest().number()).isEqualTo(2);
    assertThat(newest().state()).isEqualTo(VersionState.OPEN);
  }

  @Test
  void aVersionIsRunningWhileItsRunLives() {
    AtomicReference<VersionState> meanwhile = new AtomicReference<>();
    run(
        task -> {
          meanwhile.set(newest().state());
          return Runs.writeWhatIsRead(task);
        });
    assertThat(meanwhile).hasValue(VersionState.RUNNING);
  }

  @Test
  void resultsAreReadAsTheRunSawThem() {
    RunOutcome outcome = run(Runs::writeWhatIsRead);
    ConditionResults seen = outcome.experiment("producer").results().get("high");
    ConditionResults read = newest().results("high");
    assertThat(read.metrics()).isEqualTo(seen.metrics());
    for (int replicate = 0; replicate < 3; replicate++) {
      for (String metric : seen.metrics()) {
        assertThat(read.value(metric, replicate)).isEqualTo(seen.value(metric, replicate));
      }
    }
  }

  @Test
  void anArtifactIsFoundByAliasStepAndFolder() throws IOException {
    StoredVersion version = afterRun();
    assertThat(text(version.artifact("out", "high", 1).bytes())).isEqualTo("producer high 1");
    assertThat(version.artifact("write_out", "out.txt", "high", 1))
        .isEqualTo(version.artifact("Write_OutStep", "out.txt", "high", 1))
        .isEqualTo(version.artifact("out", "high", 1));
  }

  @Test
  void anUnknownArtifactIsReportedWithWhatThereIs() {
    StoredVersion version = afterRun();
    assertThatThrownBy(() -> version.artifact("outt", "high", 1))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "[missing-artifact] 'producer' has no artifact 'outt' in %s; its manifest lists [out];"
                + " did you mean 'out'?",
            version.folder());
  }

  @Test
  void anArtifactOfATaskThatWasNotCommittedIsMissing() {
    StoredVersion version = afterRun();
    assertThatThrownBy(() -> version.artifact("out", "high", 7))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("was not committed for high:7")
        .hasMessageContaining("replicate_7/high/Write_OutStep/out.txt")
        .hasMessageContaining("committed replicates of 'high': ");
  }

  @Test
  void anArtifactThatIsGoneIsReportedWithWhatLiesThereAndWhatHelps() throws IOException {
    StoredVersion version = afterRun();
    UpstreamArtifact artifact = version.artifact("out", "high", 1);
    Files.move(artifact.path(), artifact.path().resolveSibling("outt.txt"));

    String told =
        "[missing-artifact] 'out' of 'producer' (v0) was committed, but its file is gone: "
            + artifact.path()
            + "; beside it lies 'outt.txt'; the manifest lists out.txt; put it back, or run"
            + " 'producer' with --resume to make it again";
    assertThatThrownBy(artifact::bytes).isInstanceOf(ArtifactException.class).hasMessage(told);
    assertThatThrownBy(() -> version.artifact("out", "high", 1)).hasMessage(told);
  }

  @Test
  void aLinkThatLeadsOutOfTheVersionIsNotFollowed() throws IOException {
    StoredVersion version = afterRun();
    Path artifact = version.artifact("out", "high", 1).path();
    Path elsewhere = Files.writeString(data.resolve("elsewhere"), "producer high 1");
    Files.delete(artifact);
    Files.createSymbolicLink(artifact, elsewhere);
    assertThatThrownBy(() -> version.artifact("out", "high", 1))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith("leads out of its version's folder");
  }

  @Test
  void whereNothingIsCompleteTheNewestOpenVersionIsNamed() {
    run(
        task -> {
          throw new IllegalStateException("no luck");
        });
    assertThatThrownBy(() -> DataFolder.at(data).newestFull("producer"))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("[missing-artifact] 'producer' has no complete version in ")
        .hasMessageContaining("v0 is not complete");
  }

  @Test
  void foldersOfOtherToolsArePassedOver() throws IOException {
    run(Runs::writeWhatIsRead);
    Files.createDirectories(data.resolve("producer/v7/baseline"));
    assertThat(newest().number()).isZero();
    run(Runs::writeWhatIsRead);
    assertThat(newest().number()).isEqualTo(8);
  }

  @Test
  void anExperimentWhoseFolderIsALinkIsRefused() throws IOException {
    Files.createSymbolicLink(
        data.resolve("producer"), Files.createDirectory(data.resolve("elsewhere")));
    assertThatThrownBy(() -> run(Runs::writeWhatIsRead))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is a symbolic link");
  }

  private StoredVersion afterRun() {
    run(Runs::writeWhatIsRead);
    return newest();
  }

  private RunOutcome run(TaskCode code) {
    return new Engine().run(request(pair(3), data, 2, code));
  }

  private StoredVersion newest() {
    return DataFolder.at(data).newest("producer", version -> true).orElseThrow();
  }
}

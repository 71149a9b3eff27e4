package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.store.Pruning;
import dev.crystallize.runtime.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepTest {

  private static final Study STUDY = Study.FIRST;

  @TempDir private Path data;
  private Lab lab;

  @BeforeEach
  void openTheLab() {
    lab = new Lab(data);
  }

  @Test
  void nothingIsDeletedUnlessAsked() {
    lab.run(STUDY);
    lab.run(STUDY);
    assertThat(lab.run(STUDY).pruning()).isEqualTo(Pruning.NONE);
    assertThat(lab.versions("a")).containsExactly("v0", "v1", "v2");
  }

  @Test
  void theNewestFullVersionsStay() {
    lab.run(STUDY);
    lab.run(STUDY);
    RunOutcome outcome = keeping(2);
    assertThat(lab.versions("a")).containsExactly("v1", "v2");
    assertThat(outcome.pruning().removed())
        .extracting(folder -> folder.getFileName().toString())
        .containsExactly("v0", "v0", "v0");
  }

  @Test
  void openVersionsNewerThanThoseThatStayAreNoneOfThem() {
    lab.run(STUDY);
    lab.run(STUDY, VersionUse.fresh(STUDY.fingerprints()), Optional.of(List.of("baseline")));
    keeping(2);
    assertThat(lab.versions("a")).containsExactly("v0", "v1", "v2");
  }

  @Test
  void openVersionsOlderThanThoseThatStayGo() {
    lab.run(STUDY, VersionUse.fresh(STUDY.fingerprints()), Optional.of(List.of("baseline")));
    lab.run(STUDY);
    keeping(2);
    assertThat(lab.versions("a")).containsExactly("v1", "v2");
  }

  @Test
  void nothingIsDeletedWhileAnotherRunUsesTheFolder() {
    lab.run(STUDY);
    try (RunStore other = RunStore.open(data)) {
      assertThat(other.dataFolder()).exists();
      assertThat(keeping(1).pruning()).isEqualTo(new Pruning(List.of(), true));
    }
    assertThat(lab.versions("a")).containsExactly("v0", "v1");
  }

  @Test
  void aRunWithFailuresDeletesNothing() {
    lab.run(STUDY);
    RunOutcome outcome =
        lab.run(
            STUDY,
            VersionUse.fresh(STUDY.fingerprints()).keeping(1),
            Optional.empty(),
            task -> {
              throw new IllegalStateException("fails on purpose");
            },
            RunStore::open);
    assertThat(outcome.complete()).isFalse();
    assertThat(lab.versions("a")).contains("v0");
  }

  @Test
  void foldersThatAreNoVersionsOfOursStay() throws IOException {
    lab.run(STUDY);
    Files.createDirectories(data.resolve("a/v7"));
    keeping(1);
    assertThat(lab.versions("a")).containsExactly("v7", "v8");
  }

  @Test
  void whatAKilledRunBeganToRemoveIsRemoved() throws IOException {
    Files.createDirectories(data.resolve("a/_removed-v0-0123456789abcdef/t"));
    lab.run(STUDY);
    keeping(1);
    assertThat(lab.versions("a")).containsExactly("v1");
  }

  private RunOutcome keeping(int versions) {
    return lab.run(
        STUDY, VersionUse.fresh(STUDY.fingerprints()).keeping(versions), Optional.empty());
  }
}

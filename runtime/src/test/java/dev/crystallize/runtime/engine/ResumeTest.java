package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.store.Definition;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.TaskFingerprints;
import dev.crystallize.runtime.store.TestStores;
import dev.crystallize.runtime.store.TestStores.Fault;
import dev.crystallize.runtime.store.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {

  private static final Study STUDY = Study.FIRST;
  private static final int ALL = 12;

  @TempDir private Path data;
  private Lab lab;

  @BeforeEach
  void openTheLab() {
    lab = new Lab(data);
  }

  @Test
  void nothingToResumeIsAFirstRun() {
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(ALL, 0, 0, 0, 0));
    assertThat(lab.version("c", 0).state()).isEqualTo(VersionState.FULL);
  }

  @Test
  void aCompleteRunIsReusedWholly() {
    lab.run(STUDY);
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(lab.ran()).isEmpty();
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(ALL, 0, 0, 0, ALL));
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void aVersionThatHoldsAllThatIsWantedIsBoundAndNothingIsWritten() throws IOException {
    lab.run(STUDY);
    byte[] journal = Files.readAllBytes(data.resolve("c/v0/_journal.jsonl"));
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(outcome.experiment("c").versionFolder())
        .hasValueSatisfying(folder -> assertThat(folder).hasFileName("v0"));
    assertThat(Files.readAllBytes(data.resolve("c/v0/_journal.jsonl"))).isEqualTo(journal);
    assertThat(lab.versions("c")).containsExactly("v0");
  }

  @Test
  void metricsOfReusedTasksComeFromTheJournal() {
    lab.run(STUDY);
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(outcome.experiment("c").results().get("t").value("hash", 1))
        .hasValue(STUDY.measure("c", "t", 1));
  }

  @Test
  void artifactsOfReusedTasksAreReadWhereTheyLie() throws IOException {
    lab.run(STUDY);
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(outcome.experiment("b").artifact("out", "t", 1).orElseThrow().path())
        .isEqualTo(lab.artifact("b", 0, "t", 1).toRealPath());
  }

  @Test
  void changedCodeRunsItsExperimentAndThoseThatReadIt() {
    lab.run(STUDY);
    lab.resume(STUDY.b("2"));
    assertThat(lab.ran())
        .containsExactlyInAnyOrder(
            "b baseline:0",
            "b baseline:1",
            "b t:0",
            "b t:1",
            "c baseline:0",
            "c baseline:1",
            "c t:0",
            "c t:1");
  }

  @Test
  void aRerunThatWritesEqualBytesRerunsNothingThatReadsIt() {
    lab.run(STUDY);
    RunOutcome outcome = lab.resume(STUDY.a("1+"));
    assertThat(lab.ran()).allMatch(task -> task.startsWith("a ")).hasSize(4);
    assertThat(outcome.counts().reused()).isEqualTo(8);
  }

  @Test
  void aChangeThatIsTakenBackRunsNothing() {
    lab.run(STUDY);
    lab.resume(STUDY.a("2"));
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(lab.ran()).isEmpty();
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void reusedTasksAreGatheredIntoANewVersionByHardLinks() throws IOException {
    lab.run(STUDY);
    lab.resume(STUDY.c("2"));
    lab.resume(STUDY);
    assertThat(lab.versions("c")).containsExactly("v0", "v1", "v2");
    assertThat(fileKey(lab.artifact("c", 2, "t", 1)))
        .isEqualTo(fileKey(lab.artifact("c", 0, "t", 1)));
    assertThat(lab.version("c", 2).state()).isEqualTo(VersionState.FULL);
  }

  @Test
  void aGatheredTaskSaysWhereItComesFrom() {
    lab.run(STUDY);
    lab.resume(STUDY.c("2"));
    lab.resume(STUDY);
    assertThat(lab.version("c", 2).tasks())
        .extracting(Committed::from)
        .containsOnly(OptionalInt.of(0))
        .hasSize(4);
  }

  @Test
  void aGatheredVersionHasTheFilesOfOneThatRan() throws IOException {
    lab.run(STUDY);
    lab.resume(STUDY.c("2"));
    lab.resume(STUDY);
    assertThat(Runs.files(data.resolve("c/v2"))).isEqualTo(Runs.files(data.resolve("c/v0")));
  }

  @Test
  void aFullVersionNeverChanges() throws IOException {
    lab.run(STUDY);
    String journal = Files.readString(data.resolve("b/v0/_journal.jsonl"));
    lab.resume(STUDY.withU());
    assertThat(Files.readString(data.resolve("b/v0/_journal.jsonl"))).isEqualTo(journal);
    assertThat(lab.version("b", 1).state()).isEqualTo(VersionState.FULL);
    assertThat(lab.ran()).allMatch(task -> task.contains(" u:")).hasSize(4);
  }

  @Test
  void anInterruptedRunIsFilledIn() {
    runKilledAfter(4);
    assertThat(lab.version("a", 0).state()).isEqualTo(VersionState.OPEN);
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(outcome.complete()).isTrue();
    assertThat(lab.versions("a")).containsExactly("v0");
    assertThat(lab.version("a", 0).state()).isEqualTo(VersionState.FULL);
  }

  @Test
  void whateverFollowsTheValidPartOfAJournalIsCutWhenItsVersionIsFilledIn() throws IOException {
    runFailing("a t:1");
    Path journal = data.resolve("a/v0/_journal.jsonl");
    Files.writeString(journal, "{\"line\":\"task\",\"cond", StandardOpenOption.APPEND);
    lab.resume(STUDY);
    assertThat(lab.version("a", 0).state()).isEqualTo(VersionState.FULL);
    assertThat(Files.readString(journal)).doesNotContain("\"cond{").endsWith("}\n");
  }

  @Test
  void failedTasksRunAgainIntoTheSameVersion() {
    runFailing("b t:1");
    assertThat(lab.version("b", 0).state()).isEqualTo(VersionState.OPEN);
    RunOutcome outcome = lab.resume(STUDY);
    assertThat(lab.ran()).containsExactlyInAnyOrder("b t:1", "c t:1");
    assertThat(outcome.complete()).isTrue();
    assertThat(lab.versions("b")).containsExactly("v0");
    assertThat(data.resolve("b/v0/t/.crystallize_complete")).exists();
  }

  @Test
  void anUnfinishedVersionsDerivedFilesAreFinished() throws IOException {
    lab.run(STUDY);
    Path version = data.resolve("c/v0");
    cutTheEnd(version.resolve("_journal.jsonl"));
    Files.delete(version.resolve("t/results.json"));
    Files.delete(version.resolve("t/.crystallize_complete"));
    Files.delete(version.resolve("metadata.json"));
    lab.resume(STUDY);
    assertThat(lab.ran()).isEmpty();
    assertThat(Runs.files(version).keySet())
        .contains("t/results.json", "t/.crystallize_complete", "metadata.json");
    assertThat(lab.version("c", 0).state()).isEqualTo(VersionState.FULL);
  }

  @Test
  void aNarrowerRunIsBoundToAWiderVersion() {
    lab.run(STUDY);
    RunOutcome outcome = lab.resume(STUDY, "baseline");
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(6, 0, 0, 0, 6));
    assertThat(lab.versions("c")).containsExactly("v0");
  }

  @Test
  void aVersionOfANarrowerRunIsFilledIn() {
    lab.resume(STUDY, "baseline");
    assertThat(lab.version("c", 0).state()).isEqualTo(VersionState.OPEN);
    lab.resume(STUDY);
    assertThat(lab.ran()).allMatch(task -> task.contains(" t:")).hasSize(6);
    assertThat(lab.versions("c")).containsExactly("v0");
    assertThat(lab.version("c", 0).state()).isEqualTo(VersionState.FULL);
  }

  @Test
  void aVersionThatHoldsAnythingOutdatedIsNotFilledIn() {
    lab.resume(STUDY, "baseline");
    lab.resume(STUDY.b("2"), "t");
    assertThat(lab.versions("b")).containsExactly("v0", "v1");
    assertThat(lab.version("b", 0).tasks()).extracting(Committed::condition).doesNotContain("t");
  }

  @Test
  void aVersionThatHoldsAnythingPendingIsNotFilledIn() {
    runFailing("c t:1");
    lab.resume(STUDY.a("2"), "baseline");
    assertThat(lab.versions("c")).containsExactly("v0", "v1");
  }

  @Test
  void unwantedTasksThatStandMakeAFilledVersionFull() {
    runFailing("c baseline:1");
    lab.resume(STUDY, "baseline");
    assertThat(lab.ran()).containsExactly("c baseline:1");
    assertThat(lab.version("c", 0).state()).isEqualTo(VersionState.FULL);
    assertThat(lab.version("c", 0).header().conditions()).containsExactly("baseline", "t");
  }

  @Test
  void otherReplicatesMakeAVersionOfTheirOwn() {
    lab.run(STUDY);
    RunOutcome outcome = lab.resume(STUDY.replicates(3));
    assertThat(outcome.counts()).isEqualTo(new TaskCounts(18, 0, 0, 0, ALL));
    assertThat(lab.versions("a")).containsExactly("v0", "v1");
    assertThat(lab.version("a", 1).state()).isEqualTo(VersionState.FULL);
  }

  @Test
  void fewerReplicatesThanConfiguredAreNeverFull() {
    lab.resumeWith(STUDY.replicates(3), 2);
    assertThat(lab.version("a", 0).state()).isEqualTo(VersionState.OPEN);
  }

  @Test
  void aTaskWhoseArtifactIsGoneRunsAgain() throws IOException {
    lab.run(STUDY);
    Files.delete(lab.artifact("b", 0, "t", 1));
    lab.resume(STUDY);
    assertThat(lab.ran()).containsExactly("b t:1");
    assertThat(lab.versions("b")).containsExactly("v0", "v1");
  }

  @Test
  void aTaskWhoseArtifactWasChangedRunsAgain() throws IOException {
    lab.run(STUDY);
    rewrite(lab.artifact("b", 0, "t", 1), "something else");
    lab.resume(STUDY);
    assertThat(lab.ran()).containsExactly("b t:1");
  }

  @Test
  void anArtifactThatWasOnlyTouchedStands() throws IOException {
    lab.run(STUDY);
    Path artifact = lab.artifact("b", 0, "t", 1);
    rewrite(artifact, Files.readString(artifact));
    lab.resume(STUDY);
    assertThat(lab.ran()).isEmpty();
  }

  @Test
  void aDamageThatKeepsSizeAndTimeIsFoundWhereEverythingIsVerified() throws IOException {
    lab.run(STUDY);
    Path artifact = lab.artifact("c", 0, "t", 1);
    FileTime time = Files.getLastModifiedTime(artifact);
    rewrite(artifact, Files.readString(artifact).replace('1', '7'));
    Files.setLastModifiedTime(artifact, time);
    VersionUse verifying =
        new VersionUse(
            Optional.of(STUDY.fingerprints()),
            Optional.of(new VersionUse.Resume(STUDY.plan(Optional.empty()), true)),
            OptionalInt.empty());
    lab.run(STUDY, verifying, Optional.empty());
    assertThat(lab.ran()).containsExactly("c t:1");
  }

  @Test
  void tasksWithoutAFingerprintAreNotReused() {
    lab.run(STUDY, VersionUse.NEW_ONLY, Optional.empty());
    lab.resume(STUDY);
    assertThat(lab.ran()).hasSize(ALL);
  }

  @Test
  void tasksThatTheCallerAcceptsAreReused() {
    lab.run(STUDY);
    lab.run(STUDY.a("2"), accepting(STUDY.a("2")), Optional.empty());
    assertThat(lab.ran()).isEmpty();
  }

  @Test
  void aRunWithoutResumeRunsEverythingIntoANewVersion() {
    lab.run(STUDY);
    lab.run(STUDY);
    assertThat(lab.ran()).hasSize(ALL);
    assertThat(lab.versions("a")).containsExactly("v0", "v1");
  }

  @Test
  void foldersThatAreNoVersionsOfOursAreIgnored() throws IOException {
    lab.run(STUDY);
    Files.createDirectories(data.resolve("a/v7"));
    lab.resume(STUDY);
    assertThat(lab.ran()).isEmpty();
    assertThat(lab.versions("a")).containsExactly("v0", "v7");
  }

  private static VersionUse accepting(Study study) {
    TaskFingerprints accepting =
        new TaskFingerprints() {
          @Override
          public String base(String experiment, String condition) {
            return study.base(experiment, condition);
          }

          @Override
          public boolean accepts(String experiment, String condition, List<Definition> before) {
            return before.contains(
                new Definition(TaskFingerprints.BASE, STUDY.base(experiment, condition)));
          }
        };
    return VersionUse.resuming(accepting, study.plan(Optional.empty()));
  }

  private void runFailing(String task) {
    TaskCode code =
        run -> {
          TaskKey key = new TaskKey(run.experiment(), run.condition(), run.replicate());
          if (key.toString().equals(task)) {
            throw new IllegalStateException("fails on purpose");
          }
          return STUDY.run(run);
        };
    lab.run(STUDY, VersionUse.fresh(STUDY.fingerprints()), Optional.empty(), code, RunStore::open);
  }

  /** The process dies in the middle of a later write to a journal. */
  private void runKilledAfter(int writes) {
    AtomicInteger left = new AtomicInteger(writes);
    TestStores.Gate gate =
        (journal, bytes) -> left.getAndDecrement() > 0 ? bytes.length : bytes.length / 2;
    assertThatThrownBy(
            () ->
                lab.run(
                    STUDY,
                    VersionUse.fresh(STUDY.fingerprints()),
                    Optional.empty(),
                    STUDY::run,
                    folder -> TestStores.open(folder, gate, Fault.NONE)))
        .hasRootCauseInstanceOf(TestStores.Killed.class);
  }

  private static void rewrite(Path artifact, String text) throws IOException {
    Files.delete(artifact);
    Files.writeString(artifact, text);
    Files.setLastModifiedTime(artifact, FileTime.fromMillis(1_000));
  }

  private static Object fileKey(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static void cutTheEnd(Path journal) throws IOException {
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, lines.size() - 1));
  }
}

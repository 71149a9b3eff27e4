package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.Definition;
import dev.crystallize.runtime.store.Resumption;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.Target;
import dev.crystallize.runtime.store.TaskFingerprints;
import dev.crystallize.runtime.store.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumePlanTest {

  private static final Study STUDY = Study.FIRST;

  @TempDir private Path data;
  private Lab lab;

  @BeforeEach
  void openTheLab() {
    lab = new Lab(data);
  }

  @Test
  void planningLeavesNoTrace() throws IOException {
    lab.run(STUDY);
    Map<String, String> before = everything();
    lab.plan(STUDY.a("2"));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void planningInAnEmptyPlaceMakesNoFolder() {
    Path nowhere = data.resolve("nowhere");
    Resumption plan = new Lab(nowhere).plan(STUDY);
    assertThat(plan.verdict(0)).isEqualTo(new Verdict.NeverRan());
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void aTaskThatStandsIsReusedFromTheNewestVersionThatHoldsIt() {
    lab.run(STUDY);
    lab.run(STUDY);
    assertThat(verdict(STUDY, "a", "t", 1))
        .isInstanceOfSatisfying(
            Verdict.Reuse.class, reuse -> assertThat(reuse.version().number()).isEqualTo(1));
  }

  @Test
  void aTaskThatChangedTellsWhatHeldBefore() {
    lab.run(STUDY);
    assertThat(verdict(STUDY.a("2"), "a", "t", 1))
        .isEqualTo(
            new Verdict.Changed(
                0,
                List.of(new Definition(TaskFingerprints.BASE, STUDY.base("a", "t"))),
                true,
                List.of()));
  }

  @Test
  void aTaskThatReadsWhatRunsIsPending() {
    lab.run(STUDY);
    assertThat(verdict(STUDY.a("2"), "b", "t", 1)).isEqualTo(new Verdict.Pending(List.of("a")));
  }

  @Test
  void aTaskThatReadsWhatIsPendingIsPending() {
    lab.run(STUDY);
    assertThat(verdict(STUDY.a("2"), "c", "t", 1)).isEqualTo(new Verdict.Pending(List.of("b")));
  }

  @Test
  void aTaskThatChangedItselfRunsWhateverItReads() {
    lab.run(STUDY);
    assertThat(verdict(STUDY.a("2").b("2"), "b", "t", 1))
        .isInstanceOfSatisfying(
            Verdict.Changed.class, changed -> assertThat(changed.itself()).isTrue());
  }

  @Test
  void aTaskWhoseInputsDifferTellsWhich() {
    lab.run(STUDY);
    Study changed = STUDY.a("2");
    runWithout("c", changed);
    assertThat(verdict(changed, "c", "t", 1))
        .isInstanceOfSatisfying(
            Verdict.Changed.class,
            why -> {
              assertThat(why.itself()).isFalse();
              assertThat(why.inputs()).containsExactly("b");
            });
  }

  @Test
  void whatAnotherRunHasCommittedIsReusedWhileItRuns() {
    Verdict[] seen = new Verdict[1];
    duringTheLastTask(() -> seen[0] = verdict(STUDY, "a", "t", 1));
    assertThat(seen[0]).isInstanceOf(Verdict.Reuse.class);
  }

  @Test
  void nobodyWritesIntoAVersionThatAnotherRunOwns() {
    Target[] seen = new Target[1];
    duringTheLastTask(() -> seen[0] = new Lab(data).plan(STUDY).target(2));
    assertThat(seen[0]).isEqualTo(new Target.New(true));
  }

  @Test
  void aTaskThatFailedIsToldApartFromOneThatNeverRan() {
    runWithout("b", STUDY);
    assertThat(verdict(STUDY, "b", "t", 1))
        .isEqualTo(new Verdict.FailedBefore(0, Optional.empty()));
    assertThat(verdict(STUDY, "c", "t", 1)).isEqualTo(new Verdict.NeverRan());
    lab.resume(STUDY);
    assertThat(verdict(STUDY, "b", "t", 1)).isInstanceOf(Verdict.Reuse.class);
  }

  @Test
  void aMissingArtifactIsNamed() throws IOException {
    lab.run(STUDY);
    Files.delete(lab.artifact("c", 0, "t", 1));
    assertThat(verdict(STUDY, "c", "t", 1)).isEqualTo(new Verdict.ArtifactMissing(0, "out"));
  }

  @Test
  void aChangedArtifactIsNamed() throws IOException {
    lab.run(STUDY);
    Files.delete(lab.artifact("c", 0, "t", 1));
    Files.writeString(lab.artifact("c", 0, "t", 1), "something else");
    assertThat(verdict(STUDY, "c", "t", 1)).isEqualTo(new Verdict.ArtifactChanged(0, "out"));
  }

  @Test
  void anExperimentThatStandsIsBound() {
    lab.run(STUDY);
    assertThat(lab.plan(STUDY.c("2")).target(0)).isInstanceOf(Target.Bound.class);
  }

  @Test
  void anExperimentThatChangedGetsANewVersion() {
    lab.run(STUDY);
    assertThat(lab.plan(STUDY.c("2")).target(2)).isEqualTo(new Target.New(false));
  }

  @Test
  void anExperimentThatLacksTasksIsFilledIn() {
    lab.resume(STUDY, "baseline");
    assertThat(lab.plan(STUDY).target(2)).isInstanceOf(Target.Fill.class);
  }

  private Verdict verdict(Study study, String experiment, String condition, int replicate) {
    GraphPlan plan = study.plan(Optional.empty());
    int index = plan.indexOf(experiment);
    int place = plan.experiment(index).conditions().indexOf(condition);
    return lab.plan(study).verdict(plan.task(index, place, replicate));
  }

  private void runWithout(String experiment, Study study) {
    lab.run(
        study,
        VersionUse.fresh(study.fingerprints()),
        Optional.empty(),
        task -> {
          if (task.experiment().equals(experiment)) {
            throw new IllegalStateException("fails on purpose");
          }
          return study.run(task);
        },
        RunStore::open);
  }

  private void duringTheLastTask(Runnable action) {
    lab.run(
        STUDY,
        VersionUse.fresh(STUDY.fingerprints()),
        Optional.empty(),
        task -> {
          if (task.experiment().equals("c")
              && task.condition().equals("t")
              && task.replicate() == 1) {
            action.run();
          }
          return STUDY.run(task);
        },
        RunStore::open);
  }

  private Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(data)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        all.put(
            path.toString(),
            Files.getLastModifiedTime(path)
                + (Files.isRegularFile(path) ? Files.readString(path) : ""));
      }
    }
    return all;
  }
}

package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.GatedFileSystem;
import dev.crystallize.runtime.store.GatedFileSystem.Gate;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.TestStores;
import dev.crystallize.runtime.store.TestStores.Killed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small run whose disk refuses a change, or that dies before one: tried with every single change
 * that it makes to the disk, those between the last task, the derived files and the end line
 * included.
 */
@Tag("same-on-every-jdk")
class FailingDiskTest {

  private static final Study STUDY = Study.FIRST;
  private static final int MORE_CHANGES_THAN_ANY_RUN_MAKES = 10_000;

  @TempDir private Path temp;

  private int changes;

  @Test
  void whateverChangeTheDiskRefusesTheRunSaysSoAndNothingIsLost() throws IOException {
    Map<String, String> expected = undisturbed();
    int all = changes;
    for (int refused = 1; refused <= all; refused++) {
      Path data = folder("refused", refused);
      int number = refused;
      Throwable failure =
          run(
              data,
              fresh(),
              change -> {
                if (change == number) {
                  throw new IOException("No space left on device");
                }
              });
      assertThat(failure)
          .as("change %d", refused)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("No space left on device");
      assertResumes(data, expected);
    }
  }

  @Test
  void aDiskThatStaysFullLosesNothing() throws IOException {
    Map<String, String> expected = undisturbed();
    int all = changes;
    for (int last = 0; last < all; last++) {
      Path data = folder("full", last);
      int number = last;
      Throwable failure =
          run(
              data,
              fresh(),
              change -> {
                if (change > number) {
                  throw new IOException("No space left on device");
                }
              });
      assertThat(failure).as("after change %d", last).isInstanceOf(StoreException.class);
      assertResumes(data, expected);
    }
  }

  @Test
  void aRunThatDiesBeforeAnyOfItsChangesIsResumedAsIfItHadNotDied() throws IOException {
    Map<String, String> expected = undisturbed();
    int all = changes;
    for (int last = 0; last < all; last++) {
      Path data = folder("killed", last);
      kill(data, fresh(), last);
      assertResumes(data, expected);
    }
  }

  @Test
  void aResumeThatDiesBeforeAnyOfItsChangesIsResumedAgain() throws IOException {
    Map<String, String> expected = undisturbed();
    int half = changes / 2;
    boolean died = true;
    for (int last = 0; died; last++) {
      Path data = folder("again", last);
      kill(data, fresh(), half);
      died = kill(data, Lab.resuming(STUDY), last);
      assertResumes(data, expected);
    }
  }

  @Test
  void aNarrowerResumeThatDiesBeforeAnyOfItsChangesIsFollowedByAWholeOne() throws IOException {
    Map<String, String> expected = undisturbed();
    int most = changes - 20;
    boolean died = true;
    for (int last = 0; died; last++) {
      Path data = folder("narrow", last);
      kill(data, fresh(), most);
      died = kill(data, Lab.resuming(STUDY), last, "baseline");
      assertResumes(data, expected);
    }
  }

  private static VersionUse fresh() {
    return VersionUse.fresh(STUDY.fingerprints());
  }

  private Path folder(String name, int number) throws IOException {
    return Files.createDirectory(temp.resolve(name + number)).toRealPath();
  }

  /** What is there at the end of a run that nothing disturbs, and how many changes it makes. */
  private Map<String, String> undisturbed() throws IOException {
    Path data = folder("undisturbed", 0);
    assertThat(run(data, fresh(), change -> {})).isNull();
    assertThat(changes).isGreaterThan(50);
    return results(data);
  }

  /** Whether it died before it came to its end. */
  private boolean kill(Path data, VersionUse versions, int last, String... treatments) {
    Throwable failure =
        run(
            data,
            versions,
            change -> {
              if (change > last) {
                throw new Killed();
              }
            },
            treatments);
    assertThat(failure == null || changes > last).as("%s", failure).isTrue();
    return failure != null;
  }

  private void assertResumes(Path data, Map<String, String> expected) throws IOException {
    Set<String> committed = committed(data);
    Lab lab = new Lab(data);
    assertThat(lab.resume(STUDY).complete()).isTrue();
    assertThat(lab.ran()).as("what was committed").doesNotContainAnyElementsOf(committed);
    assertThat(results(data)).isEqualTo(expected);
  }

  /** A change to the disk, by its number from 1. */
  @FunctionalInterface
  private interface Fate {
    void befalls(int change) throws IOException;
  }

  private Throwable run(Path data, VersionUse versions, Fate fate, String... treatments) {
    changes = 0;
    Gate gate =
        (change, path) -> {
          if (path.toString().equals(data.toString())) {
            return; // It is there, so that failing to make it means nothing.
          }
          changes++;
          assertThat(changes).isLessThan(MORE_CHANGES_THAN_ANY_RUN_MAKES);
          fate.befalls(changes);
        };
    Optional<List<String>> selected =
        treatments.length == 0 ? Optional.empty() : Optional.of(List.of(treatments));
    Path gated = GatedFileSystem.over(data, gate);
    RunRequest request = new Lab(gated).request(STUDY, STUDY.plan(selected), versions, STUDY::run);
    return catchThrowable(
        () -> new Engine(Inline::new, DependentsFirst::new, TestStores::open).run(request));
  }

  private static Set<String> committed(Path data) {
    Set<String> committed = new HashSet<>(Set.of("none"));
    for (String experiment : Study.EXPERIMENTS) {
      DataFolder.at(data)
          .newest(
              experiment,
              version -> {
                version
                    .tasks()
                    .forEach(
                        task ->
                            committed.add(
                                new TaskKey(experiment, task.condition(), task.replicate())
                                    .toString()));
                return false;
              });
    }
    return committed;
  }

  private static Map<String, String> results(Path data) throws IOException {
    Map<String, String> results = new HashMap<>();
    for (String experiment : Study.EXPERIMENTS) {
      StoredVersion version = DataFolder.at(data).newestFull(experiment);
      Runs.files(version.folder())
          .forEach((name, content) -> results.put(experiment + "/" + name, content));
    }
    return results;
  }
}

package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.StagedOutput;
import dev.crystallize.runtime.store.TestStores;
import dev.crystallize.runtime.store.TestStores.Fault;
import dev.crystallize.runtime.store.TestStores.Killed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories as artifacts: committed whole, found changed, taken over. */
class DirectoryCommitTest {

  private static final Study STUDY = Study.FIRST;

  @TempDir private Path data;
  private Lab lab;

  @BeforeEach
  void openTheLab() {
    lab = new Lab(data);
  }

  @Test
  void aDirectoryIsCommittedAndReused() {
    run();
    assertThat(read("a", 0)).isEqualTo(STUDY.text("a", "baseline", 0));

    resume();

    assertThat(lab.ran()).isEmpty();
  }

  @Test
  void whatIsInItCannotBeWrittenTo() throws IOException {
    run();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a", 0))))
        .isEqualTo("r--r--r--");
    assertThat(data.resolve("a/v0/_staging")).doesNotExist();
  }

  @Test
  void aFileThatWasChangedAddedOrRemovedRunsItsTaskAgain() throws IOException {
    run();
    Files.delete(file("a", 0));
    Files.writeString(lab.artifact("a", 0, "baseline", 1).resolve("more"), "");
    Path changed = lab.artifact("a", 0, "t", 0).resolve("deep/text");
    Files.delete(changed);
    Files.writeString(changed, STUDY.text("a", "t", 0).replace('a', 'b'));

    resume();

    assertThat(lab.ran()).containsExactlyInAnyOrder("a baseline:0", "a baseline:1", "a t:0");
  }

  @Test
  void anotherTimeOfTheSameContentDoesNotCount() throws IOException {
    run();
    String content = Files.readString(file("a", 0));
    Files.delete(file("a", 0));
    Files.writeString(file("a", 0), content);

    resume();

    assertThat(lab.ran()).isEmpty();
  }

  @Test
  void reusedDirectoriesAreGatheredByLinksToTheirFiles() throws IOException {
    run();
    Files.delete(lab.artifact("a", 0, "t", 1).resolve("deep/text"));

    resume();

    assertThat(lab.ran()).containsExactly("a t:1");
    assertThat(read("a", 1)).isEqualTo(STUDY.text("a", "baseline", 0));
    assertThat(Files.isSameFile(file("a", 0), file("a", 1))).isTrue();
  }

  @Test
  void whatACrashLeftBetweenMoveAndLineIsReplaced() throws IOException {
    boolean[] dead = {false};
    TestStores.Gate gate =
        (journal, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          dead[0] |= journal.startsWith(data.toAbsolutePath()) && text.contains("\"artifacts\"");
          return dead[0] ? 0 : bytes.length;
        };
    assertThatThrownBy(
            () ->
                run(
                    Lab.resuming(STUDY),
                    folder -> TestStores.open(folder, gate, Fault.NONE),
                    "before the crash"))
        .hasRootCauseInstanceOf(Killed.class);
    assertThat(Runs.files(data.resolve("a/v0"))).containsValue("before the crash");

    resume();

    assertThat(lab.versions("a")).containsExactly("v0");
    assertThat(read("a", 0)).isEqualTo(STUDY.text("a", "baseline", 0));
    assertThat(Runs.files(data.resolve("a/v0"))).doesNotContainValue("before the crash");
    assertThat(data.resolve("a/v0/_staging")).doesNotExist();
  }

  @Test
  void aFileInThePlaceOfADirectoryIsFound() throws IOException {
    run();
    Path directory = lab.artifact("a", 0, "baseline", 0);
    Files.delete(file("a", 0));
    Files.delete(directory.resolve("deep"));
    Files.delete(directory);
    Files.writeString(directory, STUDY.text("a", "baseline", 0));

    resume();

    assertThat(lab.ran()).containsExactly("a baseline:0");
  }

  @Test
  void aChangedDirectoryIsNotRead() throws IOException {
    run();
    Files.writeString(lab.artifact("a", 0, "baseline", 0).resolve("more"), "");

    assertThatThrownBy(() -> lab.version("a", 0).artifact("out", "baseline", 0).verified())
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("[artifact-corrupted] 'out' of 'a' was changed after it was");
  }

  @Test
  void aDirectoryHasNoBytes() {
    run();

    assertThatThrownBy(() -> lab.version("a", 0).artifact("out", "baseline", 0).bytes())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("'out' of 'a' is a directory, which can only be read as a Path");
    assertThatThrownBy(() -> lab.version("a", 0).artifact("out", "baseline", 0).open())
        .hasMessageStartingWith("'out' of 'a' is a directory");
  }

  private void run() {
    lab.run(
        STUDY,
        VersionUse.fresh(STUDY.fingerprints()),
        Optional.empty(),
        task -> code(task, ""),
        RunStore::open);
  }

  private void resume() {
    run(Lab.resuming(STUDY), RunStore::open, "");
  }

  private void run(VersionUse versions, Function<Path, RunStore> stores, String instead) {
    lab.run(STUDY, versions, Optional.empty(), task -> code(task, instead), stores);
  }

  /** What the study would write to a file stands in a file of a folder in a directory. */
  private static TaskResult code(TaskRun task, String instead) throws IOException {
    task.step("write_out");
    String text = STUDY.text(task.experiment(), task.condition(), task.replicate());
    StagedOutput out = task.create("out");
    Path deep = Files.createDirectory(out.directory().resolve("deep"));
    Files.writeString(deep.resolve("text"), instead.isEmpty() ? text : instead);
    out.written();
    return TaskResult.of(Map.of());
  }

  private Path file(String experiment, int version) {
    return lab.artifact(experiment, version, "baseline", 0).resolve("deep/text");
  }

  private String read(String experiment, int version) {
    try {
      Path directory = lab.version(experiment, version).artifact("out", "baseline", 0).verified();
      return Files.readString(directory.resolve("deep/text"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

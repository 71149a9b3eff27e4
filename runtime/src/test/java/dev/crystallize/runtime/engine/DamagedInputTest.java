package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.store.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An artifact is damaged, its size and time are as before, and a task that reads it finds out. */
class DamagedInputTest {

  private static final Study STUDY = Study.FIRST;

  /** Other code of {@code b}, so that its tasks run and read. */
  private static final Study EDITED = STUDY.b("1+");

  @TempDir private Path data;
  private Lab lab;
  private Path artifact;
  private String content;

  @BeforeEach
  void damageWhatATaskReads() throws IOException {
    lab = new Lab(data);
    lab.run(STUDY);
    artifact = lab.artifact("a", 0, "t", 1);
    content = Files.readString(artifact);
    replace(content.replace('1', '7'));
  }

  @Test
  void theTaskThatReadsItFails() {
    RunOutcome outcome = lab.resume(EDITED);
    assertThat(outcome.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.task()).hasToString("b t:1");
              assertThat(failure.message()).startsWith("[artifact-corrupted] 'out' of 'a'");
            });
  }

  @Test
  void resumingMakesItAgain() {
    lab.resume(EDITED);
    lab.resume(EDITED);
    assertThat(lab.ran()).containsExactly("a t:1", "b t:1");
    assertThat(lab.artifact("a", 1, "t", 1)).hasContent(content);
    assertThat(lab.version("b", 1).state()).isEqualTo(VersionState.FULL);
    lab.resume(EDITED);
    assertThat(lab.ran()).isEmpty();
  }

  @Test
  void whereItWasPutBackOnlyTheTaskThatFailedRunsAgain() throws IOException {
    lab.resume(EDITED);
    replace(content);
    lab.resume(EDITED);
    assertThat(lab.ran()).containsExactly("b t:1");
  }

  private void replace(String text) throws IOException {
    FileTime time = Files.getLastModifiedTime(artifact);
    Files.delete(artifact);
    Files.writeString(artifact, text);
    Files.setLastModifiedTime(artifact, time);
  }
}

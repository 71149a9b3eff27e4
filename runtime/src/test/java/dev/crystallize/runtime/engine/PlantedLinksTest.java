package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Symbolic links that somebody planted in a data folder lead no write and no read out of it. */
class PlantedLinksTest {

  private static final Study STUDY = Study.FIRST;

  @TempDir private Path temp;
  private Path data;
  private Path outside;
  private Lab lab;

  /** Leaves an unfinished version of each experiment but {@code c}, which has none. */
  @BeforeEach
  void runAndFail() throws IOException {
    data = Files.createDirectory(temp.resolve("data"));
    outside = Files.createDirectory(temp.resolve("outside"));
    lab = new Lab(data);
    TaskCode failing =
        task -> {
          if (task.experiment().equals("c") || task.replicate() == 1) {
            throw new IllegalStateException("fails on purpose");
          }
          return STUDY.run(task);
        };
    VersionUse fresh = VersionUse.fresh(STUDY.fingerprints());
    lab.run(STUDY, fresh, Optional.empty(), failing, RunStore::open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a/v0",
        "a/v0/_journal.jsonl",
        "a/v0/metadata.json",
        "a/v0/baseline",
        "a/v0/baseline/results.json",
        "a/v0/replicate_0",
        "a/v0/replicate_0/baseline",
        "a/v0/replicate_0/baseline/Write_OutStep",
        "a/v0/replicate_0/baseline/Write_OutStep/out.txt",
        "c/v0",
        ".crystallize",
        ".crystallize/runs",
        ".crystallize/lock"
      })
  void whatWasMovedOutAndLinkedIsNeitherReadNorWritten(String place) throws IOException {
    Path moved = outside.resolve("moved");
    Files.move(data.resolve(place), moved);
    Files.createSymbolicLink(data.resolve(place), moved);
    Map<String, String> before = everything(outside);

    Throwable failure = catchThrowable(() -> lab.resume(STUDY));

    assertThat(everything(outside)).isEqualTo(before);
    if (failure == null) {
      assertThat(everything(data)).isNotEmpty();
      assertFresh(place);
    } else {
      assertThat(failure).isInstanceOf(StoreException.class).hasMessageContaining(place);
    }
  }

  /** An artifact that could be reached through the link was made again. */
  private void assertFresh(String place) {
    if (place.startsWith("a/v0/replicate_0")) {
      assertThat(lab.ran()).contains("a baseline:0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/v0/_staging",
        "a/v0/replicate_1",
        "a/v0/replicate_1/t",
        "a/v0/replicate_1/baseline/Write_OutStep",
        "a/v0/replicate_1/baseline/Write_OutStep/out.txt",
        "a/v0/_manifest.json",
        "a/v0/t/results.json",
        "a/v0/t/.crystallize_complete",
        "a/v1",
        "c/v0/_staging/derived-metadata.json",
        "b/v0/_staging",
        ".crystallize/runs/0123456789abcdef"
      })
  void aLinkToNothingMakesNothingThere(String place) throws IOException {
    Path planted = data.resolve(place);
    deleteAll(planted);
    Files.createDirectories(planted.getParent());
    Files.createSymbolicLink(planted, outside.resolve("target"));

    Throwable failure = catchThrowable(() -> lab.resume(STUDY));

    assertThat(everything(outside)).isEmpty();
    if (failure != null) {
      assertThat(failure).isInstanceOf(StoreException.class).hasMessageContaining(place);
    }
  }

  @Test
  void aLinkInPlaceOfAnArtifactIsReplacedByTheArtifact() throws IOException {
    Path artifact = lab.artifact("a", 0, "baseline", 1);
    Files.createDirectories(artifact.getParent());
    Path target = Files.writeString(outside.resolve("target"), "precious");
    Files.createSymbolicLink(artifact, target);

    assertThat(lab.resume(STUDY).complete()).isTrue();

    assertThat(Files.isRegularFile(artifact, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(target).hasContent("precious");
  }

  @Test
  void deletingOldVersionsFollowsNoLink() throws IOException {
    Path precious = Files.writeString(outside.resolve("precious"), "precious");
    Files.createSymbolicLink(data.resolve("a/_removed-v9-0123456789abcdef"), outside);
    lab.resume(STUDY);
    Files.createSymbolicLink(data.resolve("a/v0/link"), outside);

    VersionUse keeping = VersionUse.fresh(STUDY.fingerprints()).keeping(1);
    assertThat(lab.run(STUDY, keeping, Optional.empty()).complete()).isTrue();

    assertThat(lab.versions("a")).containsExactly("v1");
    assertThat(precious).hasContent("precious");
  }

  @Test
  void theDataFolderItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), data);
    Lab linked = new Lab(link);
    assertThat(linked.resume(STUDY).complete()).isTrue();
    assertThat(lab.resume(STUDY).complete()).isTrue();
    assertThat(lab.ran()).isEmpty();
  }

  @Test
  void aLinkedJournalIsNamed() throws IOException {
    Path journal = data.resolve("a/v0/_journal.jsonl");
    Files.move(journal, outside.resolve("journal"));
    Files.createSymbolicLink(journal, outside.resolve("journal"));
    assertThatThrownBy(() -> lab.resume(STUDY))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("_journal.jsonl")
        .hasMessageContaining("symbolic link");
  }

  private static void deleteAll(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      World.delete(path);
    } else {
      Files.deleteIfExists(path);
    }
  }

  /** All that lies in a folder, with times, so that no change stays unseen. */
  private static Map<String, String> everything(Path folder) throws IOException {
    Map<String, String> everything = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> !path.equals(folder))
          .forEach(path -> everything.put(folder.relativize(path).toString(), describe(path)));
    }
    return everything;
  }

  private static String describe(Path path) {
    try {
      String content = Files.isRegularFile(path) ? Files.readString(path) : "";
      return Files.getLastModifiedTime(path) + " " + content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

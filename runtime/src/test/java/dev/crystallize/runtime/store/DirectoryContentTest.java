package dev.crystallize.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryContentTest {

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void makeTheFolder() throws IOException {
    folder = Files.createDirectories(temp.resolve("folder"));
    write("b.txt", "two");
    write("a/x.txt", "one");
    write("a-b.txt", "");
    Files.createDirectories(folder.resolve("empty"));
  }

  @Test
  void theHashIsThatOfNamesSizesAndContents() throws IOException {
    String listing =
        "crystallize-directory-1\0"
            + "D a\0"
            + ("F 0 " + sha256("") + " a-b.txt\0")
            + ("F 3 " + sha256("one") + " a/x.txt\0")
            + ("F 3 " + sha256("two") + " b.txt\0")
            + "D empty\0";

    assertThat(hash()).isEqualTo(sha256(listing));
    assertThat(DirectoryContent.of(folder).size()).isEqualTo(6);
  }

  @Test
  void anyOtherNameContentOrFolderIsAnotherHash() throws IOException {
    String before = hash();

    write("b.txt", "owt");
    assertThat(hash()).isNotEqualTo(before);
    write("b.txt", "two");
    assertThat(hash()).isEqualTo(before);
    Files.move(folder.resolve("b.txt"), folder.resolve("c.txt"));
    assertThat(hash()).isNotEqualTo(before);
    Files.move(folder.resolve("c.txt"), folder.resolve("b.txt"));
    Files.delete(folder.resolve("empty"));
    assertThat(hash()).isNotEqualTo(before);
  }

  @Test
  void aTimeChangesTheStampAndNotTheHash() throws IOException {
    String hash = hash();
    long stamp = DirectoryContent.of(folder).stamp();
    assertThat(DirectoryContent.of(folder).stamp()).isEqualTo(stamp).isNotNegative();

    Files.setLastModifiedTime(folder.resolve("a/x.txt"), FileTime.fromMillis(1000));

    assertThat(DirectoryContent.of(folder).stamp()).isNotEqualTo(stamp);
    assertThat(hash()).isEqualTo(hash);
  }

  @Test
  void anEmptyFolderHasAHashToo() throws IOException {
    Path empty = Files.createDirectories(temp.resolve("nothing"));

    assertThat(Hashes.hex(DirectoryContent.of(empty).sha256()))
        .isEqualTo(sha256("crystallize-directory-1\0"));
  }

  @Test
  void aSymbolicLinkIsRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("a/link"), temp);

    assertThatThrownBy(() -> DirectoryContent.of(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("link is a symbolic link, but an artifact holds files and folders");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private String hash() throws IOException {
    return Hashes.hex(DirectoryContent.of(folder).sha256());
  }

  private static String sha256(String text) {
    return Hashes.hex(Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}

package dev.crystallize.runtime.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredFilesTest {

  /** SHA-256 of the text {@code abc}, from FIPS 180-2. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path temp;

  private DeclaredFiles files() {
    return files(Map.of());
  }

  private DeclaredFiles files(Map<String, URL> resources) {
    return new DeclaredFiles(temp, name -> Optional.ofNullable(resources.get(name)));
  }

  @Test
  void aFileCountsByItsContent() throws IOException {
    Files.writeString(temp.resolve("data.csv"), "abc");

    assertThat(files().digest("data.csv")).isEqualTo(ABC);
    assertThat(files().digest(Path.of("data.csv"))).isEqualTo(ABC);
  }

  @Test
  void aFolderCountsByTheNamesAndContentsBelowIt() throws IOException {
    Path one = Files.createDirectories(temp.resolve("one/sub")).getParent();
    Path two = Files.createDirectories(temp.resolve("two/sub")).getParent();
    Files.writeString(one.resolve("sub/a"), "abc");
    Files.writeString(one.resolve("b"), "x");
    Files.writeString(two.resolve("b"), "x");
    Files.writeString(two.resolve("sub/a"), "abc");
    assertThat(files().digest("one")).isEqualTo(files().digest("two"));

    Files.move(two.resolve("b"), two.resolve("c"));
    assertThat(files().digest("one")).isNotEqualTo(files().digest("two"));
  }

  @Test
  void aResourceCountsByItsContentInAFolderOrAJar() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("my classes"));
    Path file = Files.writeString(folder.resolve("data.csv"), "abc");
    Path jar = Jars.pack(temp.resolve("a.jar"), folder);
    URL inFolder = file.toUri().toURL();
    URL inJar = java.net.URI.create("jar:" + jar.toUri() + "!/data.csv").toURL();

    assertThat(files(Map.of("data.csv", inFolder)).digest("/data.csv")).isEqualTo(ABC);
    assertThat(files(Map.of("data.csv", inJar)).digest("/data.csv")).isEqualTo(ABC);
  }

  @Test
  void aMissingFileIsToldWithThePlace() {
    assertThatThrownBy(() -> files().digest("data.csv"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage(
            "there is no file or folder 'data.csv' (looked for " + temp.resolve("data.csv") + ")");
  }

  @Test
  void aMissingResourceIsTold() {
    assertThatThrownBy(() -> files().digest("/none.csv"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("there is no class path resource '/none.csv'");
  }
}

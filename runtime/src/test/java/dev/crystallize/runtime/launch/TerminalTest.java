package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @TempDir private Path folder;

  /** A line that moves would fill a file with all the places where it has been. */
  @ParameterizedTest
  @CsvSource({
    "/dev/pts/0, true",
    "/dev/tty1, true",
    "/dev/console, true",
    "/dev/null, false",
    "/home/me/run.log, false",
    "pipe:[4711], false"
  })
  void errorsThatGoElsewhereAreSeenOnNoTerminal(String target, boolean isTerminal)
      throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("2"), Path.of(target));

    assertThat(Terminal.isErrors(link)).isEqualTo(isTerminal);
  }

  @Test
  void whereNobodyTellsWhereErrorsGoTheyAreTakenToBeSeen() {
    assertThat(Terminal.isErrors(folder.resolve("none"))).isTrue();
  }
}

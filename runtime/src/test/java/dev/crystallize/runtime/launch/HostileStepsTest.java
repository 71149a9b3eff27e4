package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that do what no step should do, each in a JVM of its own. */
class HostileStepsTest {

  @TempDir private Path temp;
  private String stdout = "";
  private String stderr = "";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "step       | step 'measure' of study baseline:1",
        "datasource | step 'numbers' of study baseline:1",
        "verifier   | a verifier",
      })
  void systemExitIsNoSuccess(String place, String named) throws Exception {
    assertThat(run("", "-Dhostile=exit", "-Dplace=" + place)).isEqualTo(1);

    assertThat(stderr)
        .contains(
            "error: "
                + named
                + " called System.exit, which ends the whole run; throw an exception instead");
    assertThatItCanBeRepaired();
  }

  @Test
  void memoryThatRunsOutFailsTheTaskAndSaysWhatHelps() throws Exception {
    assertThat(run("", "-Dhostile=memory", "-Xmx64m")).isEqualTo(1);

    assertThat(stdout)
        .contains("study baseline:1, step 'measure': java.lang.OutOfMemoryError")
        .contains("(-Xmx)")
        .contains("(--parallelism)")
        .contains("debug it: --debug baseline:1");
    assertThatItCanBeRepaired();
  }

  @Test
  void aThreadThatIsLeftBehindKeepsNobody() throws Exception {
    assertThat(run("", "-Dhostile=thread")).isZero();
  }

  @Test
  void aStepThatInterruptsItselfHarmsOnlyItself() throws Exception {
    assertThat(run("", "-Dhostile=interrupt")).isZero();
    assertThat(stderr).doesNotContain("failed", "error");
  }

  @Test
  void aStepThatHangsForEverIsGivenUpAndTheRunEnds() throws Exception {
    assertThat(run("", "-Dhostile=stubborn", "-Dlimited=true")).isEqualTo(1);

    assertThat(stdout)
        .contains("timed out after 200ms, the timeout of the whole task, in step 'measure'; it did")
        .contains("repair: --resume");
    assertThat(stderr).contains("failed: study baseline:1, step 'measure': timed out after 200ms");
    assertThatItCanBeRepaired();
  }

  @DisabledOnOs(OS.WINDOWS) // has no signal that a JVM could end cleanly on
  @ParameterizedTest
  @CsvSource({
    "sleep, sleeps, 0",
    "stubborn, ignores, 0",
    "fail, fails, 9",
  })
  void aRunThatIsToldToStopEndsWhateverItsStepsDo(String deed, String sign, String retries)
      throws Exception {
    assertThat(run(sign, "-Dhostile=" + deed, "-Dretries=" + retries)).isEqualTo(130);

    assertThat(stderr).contains("what is committed stays, and --resume goes on from there");
    assertThatItCanBeRepaired();
  }

  /** The numbers are those of a run in which nothing happened. */
  private void assertThatItCanBeRepaired() throws IOException {
    Path data = temp.resolve("data");
    Path whole = temp.resolve("whole");
    assertThat(runWell("--resume", "--data=" + data)).isZero();
    assertThat(runWell("--data=" + whole)).isZero();
    assertThat(Files.readString(newest(data).resolve("baseline/results.json")))
        .contains("number")
        .isEqualTo(Files.readString(newest(whole).resolve("baseline/results.json")));
  }

  private static int runWell(String... arguments) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return Launcher.run(HostileStudy.graph("", ""), arguments, nowhere, nowhere);
  }

  private static Path newest(Path data) {
    Path study = data.resolve("study");
    int number = 0;
    while (Files.exists(study.resolve("v" + (number + 1)))) {
      number++;
    }
    return study.resolve("v" + number);
  }

  /**
   * Runs the study one task after the other.
   *
   * @param sign what it prints when it is to be told to stop; empty for never
   * @param options options of the JVM
   */
  private int run(String sign, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(HostileStudy.class.getName(), "--parallelism=1", "--data=" + temp.resolve("data")));
    Path err = temp.resolve("err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    StringBuilder out = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        out.append(line).append('\n');
        if (!sign.isEmpty() && line.equals(sign)) {
          // Unlike that of the process, this leaves what it wrote to be read.
          process.toHandle().destroy();
        }
        line = lines.readLine();
      }
    }
    int code = process.waitFor();
    stdout = out.toString();
    stderr = Files.readString(err);
    return code;
  }
}

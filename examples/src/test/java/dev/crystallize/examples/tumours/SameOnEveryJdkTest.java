package dev.crystallize.examples.tumours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The study leaves the same bytes however many tasks run at once, after it was resumed, and on
 * every JDK. The other JDK is looked for where the build looks for it; without one, its tests are
 * skipped.
 */
class SameOnEveryJdkTest {

  private static final int[] SUPPORTED = {17, 25};
  private static final int THIS = Runtime.version().feature();

  @TempDir private Path temp;

  @Test
  void howManyTasksRunAtOnceAndResumingChangeNoByte() throws Exception {
    Map<String, String> alone = run(home(), "one", "--parallelism", "1");

    assertThat(run(home(), "two", "--parallelism", "2")).isEqualTo(alone);
    assertThat(run(home(), "eight", "--parallelism", "8")).isEqualTo(alone);
    run(home(), "resumed", "--treatment", "high_lr");
    assertThat(run(home(), "resumed", "--resume")).isEqualTo(alone);
  }

  @Tag("same-on-every-jdk") // starts both by itself
  @Test
  void anotherJdkChangesNoByte() throws Exception {
    Path other = other();

    assertThat(run(other, "other")).isEqualTo(run(home(), "this"));
  }

  @Tag("same-on-every-jdk") // starts both by itself
  @Test
  void whatAnotherJdkDidRunsAgainUnlessThatIsAccepted() throws Exception {
    Path other = other();
    run(home(), "data");

    assertThat(output(other, "data", "--explain"))
        .contains("JDK " + THIS + " -> ")
        .contains("14 tasks would run");
    assertThat(output(other, "data", "--resume", "--accept", "jdk"))
        .contains("reused: 14 of 14 tasks from earlier runs");
  }

  private static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  /** The home of the newest supported JDK that is not the one that runs the tests. */
  private static Path other() {
    Optional<Path> found =
        IntStream.of(SUPPORTED)
            .filter(feature -> feature != THIS)
            .mapToObj(SameOnEveryJdkTest::homes)
            .flatMap(List::stream)
            .reduce((older, newer) -> newer);
    assumeTrue(
        found.isPresent(),
        "no other JDK was found: set JAVA_HOME_17 or JAVA_HOME_25 to compare with it");
    return found.orElseThrow();
  }

  private static List<Path> homes(int feature) {
    List<Path> homes = new ArrayList<>();
    Optional.ofNullable(System.getenv("JAVA_HOME_" + feature)).map(Path::of).ifPresent(homes::add);
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> all = Files.list(installed)) {
        all.sorted().forEach(homes::add);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    homes.removeIf(home -> !isOf(home, feature));
    return homes;
  }

  private static boolean isOf(Path home, int feature) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.exists(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + feature);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs the study, and returns every file it left but journals and what tells of the run itself.
   */
  private Map<String, String> run(Path jdk, String data, String... options) throws Exception {
    output(jdk, data, options);
    Map<String, String> files = new TreeMap<>();
    Path folder = temp.resolve(data);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".crystallize")
            && !name.endsWith("_journal.jsonl")
            && !name.endsWith("_provenance.json")) {
          files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(20);
    return files;
  }

  private String output(Path jdk, String data, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EvaluateGraph.class.getName(),
                "--data",
                temp.resolve(data).toString(),
                "--replicates",
                "2"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}

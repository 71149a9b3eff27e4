package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.StoredVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed again and again ends as if nothing had happened. */
class KilledRunsTest {

  private static final int KILLS = 20;
  private static final int TASKS = 4 * KilledStudy.REPLICATES;
  private static final List<String> EXPERIMENTS = List.of("draw", "sum");

  @TempDir private Path temp;
  private final Random random = new Random(1);

  @Test
  void killedRunsRepeatOnlyWhatWasNotCommittedAndEndWithTheSameBytes()
      throws IOException, InterruptedException {
    Path killed = temp.resolve("killed");
    Path whole = temp.resolve("whole");
    Set<String> last = Set.of();
    for (int kill = 0; kill < KILLS; kill++) {
      Set<String> committed = committed(killed);
      assertThat(last).as("nothing committed is lost").isSubsetOf(committed);
      Collection<String> started = run(killed, random.nextInt(4));
      assertThat(started).filteredOn(committed::contains).isEmpty();
      assertThat(started).doesNotHaveDuplicates();
      last = committed;
    }
    Set<String> committed = committed(killed);
    Collection<String> rest = run(killed, Integer.MAX_VALUE);

    assertThat(rest).hasSize(TASKS - committed.size()).filteredOn(committed::contains).isEmpty();
    assertThat(run(killed, Integer.MAX_VALUE)).as("a resumed complete run").isEmpty();
    assertThat(run(whole, Integer.MAX_VALUE)).hasSize(TASKS);
    assertThat(results(killed)).isEqualTo(results(whole)).isNotEmpty();
  }

  /**
   * Resumes in a JVM of its own.
   *
   * @param allowed how many tasks may go on before the JVM is killed
   * @return the tasks that ran or began to
   */
  private static Collection<String> run(Path data, int allowed)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledStudy.class.getName(),
                "--resume",
                "--quiet",
                "--parallelism=3",
                "--data=" + data)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> started = new ArrayList<>();
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        OutputStream in = process.getOutputStream()) {
      String line = out.readLine();
      while (line != null) {
        started.add(line);
        if (started.size() > allowed) {
          // Unlike that of the process, this leaves what it wrote to be read.
          process.toHandle().destroyForcibly();
        } else {
          in.write('\n');
          in.flush();
        }
        line = out.readLine();
      }
    }
    int code = process.waitFor();
    if (started.size() <= allowed) {
      assertThat(code).isZero();
    }
    return started;
  }

  private static Set<String> committed(Path data) {
    Set<String> committed = new TreeSet<>();
    for (String experiment : EXPERIMENTS) {
      int number = 0;
      Optional<StoredVersion> version = DataFolder.at(data).version(experiment, number);
      while (version.isPresent()) {
        for (String condition : List.of("baseline", "large")) {
          for (int replicate = 0; replicate < KilledStudy.REPLICATES; replicate++) {
            if (version.get().task(condition, replicate).isPresent()) {
              committed.add(experiment + " " + condition + " " + replicate);
            }
          }
        }
        version = DataFolder.at(data).version(experiment, ++number);
      }
    }
    return committed;
  }

  /** What the newest versions hold but for journals and provenance, which tell of times. */
  private static Map<String, String> results(Path data) throws IOException {
    Map<String, String> results = new TreeMap<>();
    for (String experiment : EXPERIMENTS) {
      Path folder = DataFolder.at(data).newestFull(experiment).folder();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString();
          if (!name.startsWith("_journal") && !name.startsWith("_provenance")) {
            results.put(experiment + "/" + name, Files.readString(file));
          }
        }
      }
    }
    return results;
  }
}

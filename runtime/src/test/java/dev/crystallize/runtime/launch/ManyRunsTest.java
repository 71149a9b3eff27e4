package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.VersionState;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory.Standard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several runs use one data folder at once: in JVMs of their own, or in one. */
class ManyRunsTest {

  @TempDir(factory = Standard.class)
  private Path temp;

  private Path data;

  @BeforeEach
  void choosePlaces() {
    data = temp.resolve("data");
  }

  @ParameterizedTest
  @CsvSource({"2, false", "4, false", "2, true", "4, true"})
  void mainsThatRunAtOnceAllComeToTheirEnd(int mains, boolean resume)
      throws IOException, InterruptedException {
    String[] arguments = resume ? new String[] {"--resume"} : new String[0];
    List<StudyProcess> processes = new ArrayList<>();
    WatchingReader reader = new WatchingReader(data);
    try {
      for (int i = 0; i < mains; i++) {
        processes.add(StudyProcess.begin(data, arguments));
      }
      for (StudyProcess process : processes) {
        process.goOn();
      }
      for (StudyProcess process : processes) {
        assertThat(process.exitCode()).as(process.errors()).isZero();
        assertThat(process.started()).doesNotHaveDuplicates();
        if (!resume) {
          assertThat(process.started()).hasSize(KilledStudy.TASKS);
        }
      }
    } finally {
      reader.close();
      for (StudyProcess process : processes) {
        process.close();
      }
    }
    assertAllAlike(resume ? 1 : mains, mains);
    assertNothingIsLeftToDo();
  }

  @Test
  void twoRunsInOneJvmUseOneDataFolderAtOnce()
      throws InterruptedException, ExecutionException, IOException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> first = threads.submit(() -> inThisJvm(temp.resolve("notes1")));
      Future<Integer> second = threads.submit(() -> inThisJvm(temp.resolve("notes2")));
      assertThat(first.get()).isZero();
      assertThat(second.get()).isZero();
    } finally {
      threads.shutdownNow();
    }
    assertAllAlike(2, 2);
    assertNothingIsLeftToDo();
  }

  /** Two class loaders have two of every static field, and one process has its locks in common. */
  @Test
  void runsOfTwoClassLoadersLeaveEachOthersVersionsAlone()
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (URLClassLoader one = loader();
        URLClassLoader other = loader()) {
      for (int round = 0; round < 3; round++) {
        Path notes = temp.resolve("notes" + round);
        Future<Integer> first = threads.submit(() -> in(one, notes));
        Future<Integer> second = threads.submit(() -> in(other, notes));
        assertThat(first.get()).isZero();
        assertThat(second.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
    assertAllAlike(6, 6);
    assertNothingIsLeftToDo();
  }

  private int inThisJvm(Path notes) {
    return RunInJvm.run(notes.toString(), data.toString());
  }

  private int in(ClassLoader loader, Path notes) throws ReflectiveOperationException {
    Class<?> runner = loader.loadClass(RunInJvm.class.getName());
    assertThat(runner).isNotSameAs(RunInJvm.class);
    Object code =
        runner
            .getMethod("run", String.class, String.class)
            .invoke(null, notes.toString(), data.toString());
    return (Integer) code;
  }

  private static URLClassLoader loader() throws IOException {
    List<URL> places = new ArrayList<>();
    List<String> classPath =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .toList();
    for (String place : classPath) {
      places.add(Path.of(place).toUri().toURL());
    }
    return new URLClassLoader(places.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  /** Every version that anyone wrote to its end holds the same bytes. */
  private void assertAllAlike(int fewest, int most) throws IOException {
    Map<String, String> expected = StudyData.results(data);
    int[] full = new int[KilledStudy.EXPERIMENTS.size()];
    for (StoredVersion version : StudyData.versions(data)) {
      String experiment = version.header().experiment();
      assertThat(version.state()).as("%s", version.folder()).isEqualTo(VersionState.FULL);
      assertThat(expected).containsAllEntriesOf(StudyData.results(experiment, version.folder()));
      full[KilledStudy.EXPERIMENTS.indexOf(experiment)]++;
    }
    for (int count : full) {
      assertThat(count).isBetween(fewest, most);
    }
  }

  private void assertNothingIsLeftToDo() throws IOException, InterruptedException {
    try (StudyProcess last = StudyProcess.run(data, "--resume")) {
      assertThat(last.exitCode()).as(last.errors()).isZero();
      assertThat(last.started()).isEmpty();
    }
    assertThat(data.resolve(".crystallize/runs")).isEmptyDirectory();
  }
}

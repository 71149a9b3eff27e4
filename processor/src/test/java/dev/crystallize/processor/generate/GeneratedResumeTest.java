package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.TaskId;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a compiled study runs again after the code has changed. */
class GeneratedResumeTest {

  private static final String STUDY =
      """
      package study;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.Samples;
      import java.util.Map;

      final class Study {
        record Sum(double total) {}

        @Experiment static final class Add {
          @DataSource(reads = "/numbers.txt") static double[] numbers() {
            return new double[] {1, 2};
          }

          @Step(version = "1") @Artifact("sum") static Sum add(double[] data) {
            return new Sum(Helper.add(data));
          }

          @Writer static String write(Sum sum) {
            return "" + sum.total();
          }

          @Loader static Sum load(String text) {
            return new Sum(Double.parseDouble(text.trim()));
          }
        }

        @Experiment static final class Show {
          @Step @Metric static double shown(@Artifact Sum sum) {
            return sum.total();
          }

          @Verifier static Map<String, Object> compare(Samples baseline, Samples treatment) {
            return Map.of("p_value", 0.5);
          }
        }
      }
      """;

  private static final String HELPER =
      """
      package study;

      final class Helper {
        static double add(double[] data) {
          return data[0] + data[1];
        }
      }
      """;

  @TempDir Path temp;
  private int compiled;

  @BeforeEach
  void runOnce() throws Exception {
    assertThat(run(STUDY, HELPER, "1 2")).hasSize(4);
  }

  @Test
  void nothingRunsTwice() throws Exception {
    assertThat(run(STUDY, HELPER, "1 2")).isEmpty();
  }

  @Test
  void aLoaderCountsForWhoReads() throws Exception {
    assertThat(study(code -> code.replace("text.trim()", "text.strip()")))
        .containsExactly("show baseline:0", "show tuned:0");
  }

  @Test
  void aWriterThatWritesTheSameRunsAlone() throws Exception {
    assertThat(study(code -> code.replace("\"\" + sum.total()", "String.valueOf(sum.total())")))
        .containsExactly("add baseline:0", "add tuned:0");
  }

  @Test
  void aVersionGivenByHandRunsItsStep() throws Exception {
    assertThat(study(code -> code.replace("version = \"1\"", "version = \"2\"")))
        .containsExactly("add baseline:0", "add tuned:0");
  }

  @Test
  void aVerifierDoesNotCount() throws Exception {
    assertThat(study(code -> code.replace("0.5", "0.25"))).isEmpty();
  }

  @Test
  void aHelperCountsAndItsCommentsDoNot() throws Exception {
    assertThat(run(STUDY, HELPER.replace("return", "// the sum\n return"), "1 2")).isEmpty();
    assertThat(run(STUDY, HELPER.replace("data[0] +", "2 * data[0] +"), "1 2")).hasSize(4);
  }

  @Test
  void aDeclaredResourceCounts() throws Exception {
    assertThat(run(STUDY, HELPER, "1 2 3")).containsExactly("add baseline:0", "add tuned:0");
  }

  private Set<String> study(UnaryOperator<String> change) throws Exception {
    assertThat(change.apply(STUDY)).isNotEqualTo(STUDY);
    return run(change.apply(STUDY), HELPER, "1 2");
  }

  private Set<String> run(String study, String helper, String numbers) throws Exception {
    Compilation compilation =
        Project.of()
            .java("Study", study)
            .java("Helper", helper)
            .yaml(
                "add",
                """
                datasource: { numbers: numbers }
                outputs: { sum: sum.txt }
                steps: [ add ]
                treatments: { tuned: {} }
                """)
            .yaml(
                "show",
                """
                datasource: { sum: add#sum }
                steps: [ shown ]
                hypotheses: [ { verifier: compare, metrics: shown } ]
                """)
            .compileWith(Compiler.JAVAC);
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    Set<String> ran = new ConcurrentSkipListSet<>();
    RunListener noting =
        new RunListener() {
          @Override
          public void taskStarted(TaskId task) {
            ran.add(task.experiment() + " " + task.condition() + ":" + task.replicate());
          }
        };
    RunOptions options =
        RunOptions.builder()
            .dataDirectory(temp.resolve("data"))
            .resume(true)
            .listener(noting)
            .build();
    Path classes = written(compilation.output());
    Files.writeString(classes.resolve("numbers.txt"), numbers);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> graph = loader.loadClass("study.ShowGraph");
      graph.getMethod("run", RunOptions.class).invoke(null, options);
    }
    return ran;
  }

  private Path written(Map<String, byte[]> output) throws IOException {
    Path folder = temp.resolve("classes" + compiled++);
    for (Map.Entry<String, byte[]> file : output.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }
}

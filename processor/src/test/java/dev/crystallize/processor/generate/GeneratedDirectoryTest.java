package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.ConfigurationException;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.RunFailedException;
import dev.crystallize.runtime.RunOptions;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Directories as artifacts of a compiled study. */
class GeneratedDirectoryTest {

  private static final String STUDY =
      """
      package study;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.io.IOException;
      import java.nio.file.*;

      final class Study {
        record Model(double weight, int layers) {}

        @Experiment static final class Train {
          @Step static void train(@Param Path source, Output<Model> model, Output<Path> raw) {
            model.write(new Model(0.5, 3));
            raw.write(source);
          }

          @Writer static void save(Model model, Path directory) throws IOException {
            Files.writeString(directory.resolve("weight"), "" + model.weight());
            for (int i = 0; i < model.layers(); i++) {
              Files.createDirectories(directory.resolve("layers/" + i));
            }
          }

          @Loader static Model load(Path directory) throws IOException {
            try (var layers = Files.list(directory.resolve("layers"))) {
              String weight = Files.readString(directory.resolve("weight"));
              return new Model(Double.parseDouble(weight), (int) layers.count());
            }
          }
        }

        @Experiment static final class Evaluate {
          @Step @Metric static double evaluate(@Artifact Model model, @Artifact Path raw)
              throws IOException {
            return model.weight() * model.layers()
                + Files.readString(raw.resolve("deep/number")).length();
          }
        }
      }
      """;

  private static final String TRAIN =
      """
      outputs:
        model: { kind: directory }
        raw: { kind: directory, file_name: raw data }
      steps: [ train: { source: "%s" } ]
      """;

  @TempDir private Path temp;
  private Path source;
  private CompiledStudy study;

  @BeforeEach
  void makeTheSource() throws IOException {
    source = temp.resolve("source");
    Files.createDirectories(source.resolve("deep"));
    Files.writeString(source.resolve("deep/number"), "12345");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBack(Compiler compiler) throws Exception {
    compile(compiler);
    GraphResult results = study.run("study.EvaluateGraph", options());

    assertThat(results.get("evaluate").metric("evaluate").in("baseline").mean()).isEqualTo(6.5);
    Path step = temp.resolve("data/train/v0/replicate_0/baseline/TrainStep");
    assertThat(step.resolve("raw data/deep/number")).hasContent("12345");
    assertThat(step.resolve("model/layers/2")).isEmptyDirectory();
  }

  @Test
  void aSecondRunReusesAllOfIt() throws Exception {
    compile(Compiler.JAVAC);
    study.run("study.EvaluateGraph", options());

    assertThat(
            study
                .graph("study.EvaluateGraph")
                .plan(options().toBuilder().resume(true).verify(true).build())
                .reuseCount())
        .isEqualTo(2);
  }

  @Test
  void aLinkInADirectoryFailsTheTask() throws Exception {
    Files.createSymbolicLink(
        source.resolve("deep/link"), Files.writeString(temp.resolve("elsewhere"), ""));
    compile(Compiler.JAVAC);

    assertThatThrownBy(() -> study.run("study.EvaluateGraph", options()))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("an artifact holds only files and folders");
  }

  @Test
  void aFileIsNoDirectory() throws Exception {
    source = Files.writeString(temp.resolve("file"), "");
    compile(Compiler.JAVAC);

    assertThatThrownBy(() -> study.run("study.EvaluateGraph", options()))
        .cause()
        .hasMessageContaining("is no directory, but the output is one");
  }

  @Test
  void anotherKindIsOtherWiring() throws Exception {
    compile(Compiler.JAVAC);
    ExperimentGraph graph = study.graph("study.TrainGraph");
    Path experiments = temp.resolve("experiments");
    Files.createDirectories(experiments.resolve("train"));
    Files.writeString(
        experiments.resolve("train/config.yaml"),
        TRAIN.formatted(source).replace("kind: directory, ", ""));

    RunOptions options = options().toBuilder().experiments(experiments).build();

    assertThatThrownBy(() -> graph.run(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("[wiring-changed]")
        .hasMessageContaining("output 'raw'");
  }

  @AfterEach
  void closeTheStudy() throws IOException {
    study.close();
  }

  private void compile(Compiler compiler) throws IOException {
    study =
        CompiledStudy.of(
            Project.of()
                .java("Study", STUDY)
                .yaml("train", TRAIN.formatted(source))
                .yaml(
                    "evaluate",
                    "datasource: { model: train#model, raw: train#raw }\nsteps: [ evaluate ]\n"),
            compiler,
            temp.resolve("classes"));
  }

  private RunOptions options() {
    return RunOptions.builder().dataDirectory(temp.resolve("data")).build();
  }
}

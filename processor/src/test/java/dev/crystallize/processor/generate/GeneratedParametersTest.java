package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parameters from YAML to a compiled step. */
class GeneratedParametersTest {

  private static final String EVERY_TYPE =
      """
      package study;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.nio.file.Path;
      import java.util.*;

      @Experiment
      final class Study {
        enum Mode { FAST, VERY_SLOW }

        record Inner(int depth, Optional<String> note) {}

        record Outer(Inner inner, List<Inner> list, Map<String, Mode> map) {}

        record Pair<A, B>(A first, B second) {}

        sealed interface Shape permits Circle, Boxed {}

        record Circle(double radius) implements Shape {}

        sealed interface Boxed extends Shape permits TallBox {}

        record TallBox(int widthInCm, Shape inside) implements Boxed {}

        @Step static void primitives(
            @Param boolean truth, @Param byte tiny, @Param short small, @Param int whole,
            @Param long large, @Param float rough, @Param double exact, @Param char letter,
            Output<String> primitives) {
          primitives.write(
              seen(truth, tiny, small, whole, large, rough, exact, letter));
        }

        @Step static void boxes(
            @Param Boolean truth, @Param Byte tiny, @Param Short small, @Param Integer whole,
            @Param Long large, @Param Float rough, @Param Double exact, @Param Character letter,
            Output<String> boxes) {
          boxes.write(seen(truth, tiny, small, whole, large, rough, exact, letter));
        }

        @Step static void others(
            @Param String text, @Param Mode mode, @Param List<Mode> modes,
            @Param int[][] rows, @Param List<List<Double>> lists,
            @Param Map<String, List<Integer>> map, @Param Outer outer,
            @Param Optional<Inner> absent, @Param Optional<List<Integer>> present,
            @Param Shape shape, @Param Pair<Mode, Pair<String, Long>> pair,
            @Param Path path, @Param Optional<Path> other, Output<String> others) {
          others.write(
              seen(
                  text, mode, modes, Arrays.deepToString(rows), lists, new TreeMap<>(map),
                  outer, absent, present, shape, pair, path, other));
        }

        private static String seen(Object... values) {
          return String.join("|", Arrays.stream(values).map(String::valueOf).toList());
        }
      }
      """;

  private static final String EVERY_VALUE =
      """
      outputs: { primitives: a.txt, boxes: b.txt, others: c.txt }
      steps: [ primitives, boxes, others ]
      treatments:
        baseline:
          truth: true
          tiny: -128
          small: 0x7F
          whole: 2147483647
          large: -9223372036854775808
          rough: 0.1
          exact: 1e-3
          letter: x
          text: "12"
          mode: very_slow
          modes: [ FAST, fast ]
          rows: [ [ 1 ], [], [ 2, 3 ] ]
          lists: [ [ 1, 2.5 ], [ .inf ] ]
          map: { b: [], a: [ 1 ] }
          outer: { inner: { depth: 1 }, list: [ { depth: 2, note: two } ], map: { m: fast } }
          absent: null
          present: [ 3 ]
          shape: { type: tall_box, width_in_cm: 4, inside: { type: Circle, radius: 1 } }
          pair: { first: fast, second: { first: x, second: 7 } }
          path: some/file.txt
      """;

  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource
  void everyTypeArrivesAsItIsWritten(Compiler compiler) throws Exception {
    Project project = Project.of().java("Study", EVERY_TYPE).yaml("study", EVERY_VALUE);

    run(project, compiler, "study.StudyGraph");

    String numbers = "true|-128|127|2147483647|-9223372036854775808|0.1|0.001|x";
    assertThat(artifact("study", "baseline", "PrimitivesStep/a.txt")).hasContent(numbers);
    assertThat(artifact("study", "baseline", "BoxesStep/b.txt")).hasContent(numbers);
    assertThat(artifact("study", "baseline", "OthersStep/c.txt"))
        .hasContent(
            "12|VERY_SLOW|[FAST, FAST]|[[1], [], [2, 3]]|[[1.0, 2.5], [Infinity]]"
                + "|{a=[1], b=[]}"
                + "|Outer[inner=Inner[depth=1, note=Optional.empty],"
                + " list=[Inner[depth=2, note=Optional[two]]], map={m=FAST}]"
                + "|Optional.empty|Optional[[3]]"
                + "|TallBox[widthInCm=4, inside=Circle[radius=1.0]]"
                + "|Pair[first=FAST, second=Pair[first=x, second=7]]"
                + "|some/file.txt|Optional.empty");
  }

  @Test
  void changedValuesArriveWithoutCompiling() throws Exception {
    Project project = Project.of().java("Study", EVERY_TYPE).yaml("study", EVERY_VALUE);
    Path experiments = temp.resolve("experiments");
    Files.createDirectories(experiments.resolve("study"));
    Files.writeString(
        experiments.resolve("study/config.yaml"),
        EVERY_VALUE
            .replace("absent: null", "absent: { depth: 9 }")
            .replace("modes: [ FAST, fast ]", "modes: [ very_slow ]")
            .replace("path: some/file.txt", "path: some/file.txt\n    other: elsewhere"));

    try (CompiledStudy study = CompiledStudy.of(project, Compiler.JAVAC, temp.resolve("classes"))) {
      study.graph("study.StudyGraph").run(options().experiments(experiments).build());
    }

    assertThat(Files.readString(artifact("study", "baseline", "OthersStep/c.txt")))
        .contains("|[VERY_SLOW]|")
        .contains("|Optional[Inner[depth=9, note=Optional.empty]]|")
        .endsWith("|Optional[elsewhere]");
  }

  @ParameterizedTest
  @EnumSource
  void theStepsMapWinsThenTheTreatmentThenTheBaselineThenTheDefault(Compiler compiler)
      throws Exception {
    Project project =
        Project.of()
            .java(
                "Study",
                """
                package study;

                import dev.crystallize.annotations.*;
                import dev.crystallize.runtime.*;
                import java.util.Map;

                @Experiment
                final class Study {
                  @DataSource static double source(
                      @Param(defaultValue = "1") int a, @Param(defaultValue = "1") int b,
                      @Param(defaultValue = "1") int c) {
                    return a * 100 + b * 10 + c;
                  }

                  @Step @Metric static double sum(
                      double data, @Param(defaultValue = "1") int a,
                      @Param(defaultValue = "1") int b, @Param(defaultValue = "1") int c,
                      @Param(defaultValue = "1") int d) {
                    return data * 10000 + a * 1000 + b * 100 + c * 10 + d;
                  }

                  @Verifier static Map<String, Object> check(
                      Samples baseline, Samples treatment, @Param double given,
                      @Param(defaultValue = "0.5") double a) {
                    return Map.of("p_value", given, "a", a);
                  }
                }
                """)
            .yaml(
                "study",
                """
                datasource: { source: source }
                steps: [ sum: { d: 4 } ]
                treatments:
                  baseline: { b: 2, c: 2 }
                  t: { c: 3 }
                hypotheses: [ { verifier: check, params: { given: 0.25 } } ]
                """);

    GraphResult results = run(project, compiler, "study.StudyGraph");

    assertThat(results.get("study").metric("sum").in("baseline").mean()).isEqualTo(1221224);
    assertThat(results.get("study").metric("sum").in("t").mean()).isEqualTo(1231234);
    assertThat(results.get("study").hypotheses().get(0).rows().get(0).findings())
        .containsEntry("p_value", 0.25)
        .containsEntry("a", 0.5);
  }

  @ParameterizedTest
  @EnumSource
  void aStepsMapRebindsItsInputsAndOutputs(Compiler compiler) throws Exception {
    Project project =
        Project.of()
            .java(
                "Study",
                """
                package study;

                import dev.crystallize.annotations.*;
                import dev.crystallize.runtime.*;

                @Experiment
                final class Study {
                  @DataSource static String one() { return "1"; }

                  @DataSource static String two() { return "2"; }

                  @Step static void saveModel(
                      @Artifact String number, @Param(defaultValue = "!") String end,
                      Output<String> modelBlob) {
                    modelBlob.write(number + end);
                  }
                }
                """)
            .yaml(
                "study",
                """
                datasource: { number: one, second: two }
                outputs: { model_blob: a.txt, other_alias: b.txt }
                steps:
                - save_model
                - save_model: { model_blob: other_alias, number: second, end: "?" }
                """);

    run(project, compiler, "study.StudyGraph");

    assertThat(artifact("study", "baseline", "Save_ModelStep/a.txt")).hasContent("1!");
    assertThat(artifact("study", "baseline", "Save_ModelStep/b.txt")).hasContent("2?");
  }

  private GraphResult run(Project project, Compiler compiler, String graph) throws Exception {
    try (CompiledStudy study = CompiledStudy.of(project, compiler, temp.resolve("classes"))) {
      return study.run(graph, options().build());
    }
  }

  private RunOptions.Builder options() {
    return RunOptions.builder().dataDirectory(temp.resolve("data"));
  }

  private Path artifact(String experiment, String condition, String file) {
    return temp.resolve("data")
        .resolve(experiment)
        .resolve("v0/replicate_0")
        .resolve(condition)
        .resolve(file);
  }
}

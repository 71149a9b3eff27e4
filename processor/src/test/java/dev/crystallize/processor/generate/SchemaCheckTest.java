package dev.crystallize.processor.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {

  private static final Project TRIAL =
      GoldenProjects.chain()
          .java(
              "Trial",
              """
              package chain;

              import dev.crystallize.annotations.*;
              import dev.crystallize.runtime.*;
              import java.nio.file.Path;
              import java.util.List;
              import java.util.Map;
              import java.util.Optional;

              @Experiment
              final class Trial {
                enum Color { RED, DARK_BLUE }

                record Range(int low, Optional<Integer> highEnd, Color lineColor) {}

                record Tree(String name, List<Tree> children) {}

                sealed interface Shape permits Circle, UnitSquare, Group {}

                record Circle(double radius) implements Shape {}

                record UnitSquare() implements Shape {}

                record Group(List<Shape> shapes, Optional<Group> outer) implements Shape {}

                @DataSource static int rawNumbers(@Param(defaultValue = "3") int sampleSize) {
                  return sampleSize;
                }

                @Step static double fitModel(
                    int data,
                    @Artifact("numbers") double[] numbers,
                    @Param double learningRate,
                    @Param(defaultValue = "none") String note,
                    @Param(defaultValue = "red") Color color,
                    @Param boolean fast,
                    @Param byte small,
                    @Param char letter,
                    @Param Path file,
                    @Param("Depth") long depth,
                    @Param Optional<Double> decay,
                    @Param List<Integer> sizes,
                    @Param Map<String, Double> weights,
                    @Param Range range,
                    @Param Tree tree,
                    @Param Shape shape,
                    Output<double[]> modelBlob) {
                  return learningRate;
                }

                @Step @Metric @Artifact("last") static double score(double data) {
                  return data;
                }

                @Writer static String writeRow(double[] row) {
                  return "";
                }

                @Verifier static Map<String, Object> isBetter(
                    Samples baseline, Samples treatment,
                    @Param(defaultValue = "0.05") double alphaLevel) {
                  return Map.of("p_value", 1.0);
                }

                @Verifier static Map<String, Object> other(Samples baseline, Samples treatment) {
                  return Map.of("p_value", 1.0);
                }
              }
              """)
          .yaml("trial", "steps: [ score ]");

  private static SchemaCheck trial = SchemaCheck.of("{}");

  @BeforeAll
  static void compile() {
    trial = SchemaCheck.of(TRIAL.compileWith(Compiler.JAVAC), "trial");
  }

  static Stream<Project> projects() {
    return Stream.of(
        GoldenProjects.chain(),
        GoldenProjects.study(),
        KindsProject.kinds(),
        GoldenProjects.names());
  }

  @ParameterizedTest
  @MethodSource("projects")
  void whatCompilesIsFoundRight(Project project) {
    Compilation compilation = project.compileWith(Compiler.JAVAC);
    int checked = 0;

    for (String path : compilation.output().keySet()) {
      if (path.startsWith("experiments/")) {
        String experiment = path.split("/", -1)[1];
        String yaml = new String(compilation.output().get(path), UTF_8);
        assertThat(SchemaCheck.of(compilation, experiment).errors(yaml)).as(path).isEmpty();
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: A study of 2+2",
        "description: ''",
        "replicates: 1",
        "seed: -9223372036854775808",
        "datasource: { numbers: raw_numbers, other: producer#summary }",
        "datasource: { numbers: rawNumbers }",
        "datasource: [ { numbers: raw_numbers }, { more: raw_numbers } ]",
        "steps: [ fit_model, fitModel, score ]",
        "steps: [ { fit_model: }, { fitModel: { learning_rate: 1 } } ]",
        "steps: [ { fit_model: { learningRate: 1e-3, Depth: 3, model_blob: a, numbers: b } } ]",
        "steps: [ { fit_model: { timeout: 500ms, retries: 2, backoff: 0 } } ]",
        "steps: [ { score: { last: other } } ]",
        "outputs: { model_blob: model.bin, last: { file_name: a b.json, writer: json } }",
        "outputs: { any: { writer: write_row, loader: text, kind: directory } }",
        "outputs: { any: { writer: writeRow, kind: file } }",
        "treatments: { baseline: { learning_rate: 1 }, fast run: , a+b: { learningRate: 0.5 } }",
        "treatments: { a: { note: text, color: dark_blue, fast: true, small: -128, letter: x } }",
        "treatments: { a: { color: DARK_BLUE, file: data/x.csv, Depth: 1, sample_size: 4 } }",
        "treatments: { a: { decay: null, sizes: [], weights: { any: 1 } } }",
        "treatments: { a: { decay: 0.5, sizes: [ 1, 2 ] } }",
        "treatments: { a: { range: { low: 1, line_color: red } } }",
        "treatments: { a: { range: { low: 1, highEnd: 2, lineColor: DARK_BLUE } } }",
        "treatments: { a: { tree: { name: a, children: [ { name: b, children: [] } ] } } }",
        "treatments: { a: { shape: { type: circle, radius: 1 } } }",
        "treatments: { a: { shape: { type: UnitSquare } } }",
        "treatments: { a: { shape: { type: group, shapes: [ { type: unit_square } ] } } }",
        "treatments: { a: { shape: { type: group, shapes: [], outer: { shapes: [] } } } }",
        "sweep: { learning_rate: [ 0.1, 1 ], sampleSize: { from: 1, to: 9, count: 3 } }",
        "sweep: { learning_rate: { from: 1e-3, to: 1, count: 4, scale: log } }",
        "hypotheses: [ { verifier: is_better } ]",
        "hypotheses: [ { verifier: isBetter, metrics: free, params: { alpha_level: 0.1 } } ]",
        "hypotheses: [ { verifier: is_better, name: h, params: { alphaLevel: 1 } } ]",
        "hypotheses: [ { verifier: other, metrics: [ score, b ], params: {} } ]",
        "hypotheses: [ { verifier: other, metrics: [ [ score ], [ a, b ] ] } ]",
        "timeout: 0.5s",
        "timeout: 30",
        "backoff: 0",
        "retries: 0",
        "cli: { group: a, priority: 1, icon: i, color: c, hidden: false }",
      })
  void rightYamlIsFoundRight(String yaml) {
    assertThat(trial.errors(yaml)).as(yaml).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nme: x",
        "[]",
        "name: 3",
        "name: _hidden",
        "name: a/b",
        "name: A study (1)",
        "name: a.",
        "name: Con.txt",
        "description: 3",
        "replicates: 0",
        "replicates: 1.5",
        "replicates: '3'",
        "seed: x",
        "datasource: raw_numbers",
        "datasource: { numbers: raw_number }",
        "datasource: { numbers: producer#sumary }",
        "datasource: { numbers: trial#last }",
        "datasource: { numbers: consumer#none }",
        "datasource: { numbers: 3 }",
        "datasource: [ raw_numbers ]",
        "steps: score",
        "steps: []",
        "steps: [ scor ]",
        "steps: [ {} ]",
        "steps: [ { score: , fit_model: } ]",
        "steps: [ { fit_model: { learning_rat: 1 } } ]",
        "steps: [ { fit_model: { learning_rate: fast } } ]",
        "steps: [ { fit_model: { depth: 1 } } ]",
        "steps: [ { fit_model: { timeout: soon } } ]",
        "steps: [ { score: 3 } ]",
        "outputs: [ model_blob ]",
        "outputs: { model_blob: a/b }",
        "outputs: { model_blob: }",
        "outputs: { _model: a }",
        "outputs: { model_blob: { file: a } }",
        "outputs: { model_blob: { writer: write } }",
        "outputs: { model_blob: { kind: folder } }",
        "treatments: [ a ]",
        "treatments: { a: 3 }",
        "treatments: { a/b: { learning_rate: 1 } }",
        "treatments: { replicate_1: { learning_rate: 1 } }",
        "treatments: { metadata.JSON: { learning_rate: 1 } }",
        "treatments: { a: { learning_rat: 1 } }",
        "treatments: { a: { alpha_level: 1 } }",
        "treatments: { a: { seed: 1 } }",
        "treatments: { a: { learning_rate: null } }",
        "treatments: { a: { learning_rate: '1' } }",
        "treatments: { a: { sample_size: 1.5 } }",
        "treatments: { a: { sample_size: 3000000000 } }",
        "treatments: { a: { note: 3 } }",
        "treatments: { a: { color: blue } }",
        "treatments: { a: { color: Red } }",
        "treatments: { a: { fast: 1 } }",
        "treatments: { a: { small: 128 } }",
        "treatments: { a: { letter: ab } }",
        "treatments: { a: { file: 3 } }",
        "treatments: { a: { decay: x } }",
        "treatments: { a: { sizes: 3 } }",
        "treatments: { a: { sizes: [ x ] } }",
        "treatments: { a: { weights: { a: x } } }",
        "treatments: { a: { range: { line_color: red } } }",
        "treatments: { a: { range: { low: 1 } } }",
        "treatments: { a: { range: { low: 1, line_color: red, width: 1 } } }",
        "treatments: { a: { tree: { name: a, children: [ { name: b } ] } } }",
        "treatments: { a: { shape: { radius: 1 } } }",
        "treatments: { a: { shape: { type: circle } } }",
        "treatments: { a: { shape: { type: ring, radius: 1 } } }",
        "treatments: { a: { shape: { type: group, shapes: [ { type: ring } ] } } }",
        "treatments: { a: { shape: { type: group, shapes: [], outer: { type: group } } } }",
        "sweep: { learning_rate: 1 }",
        "sweep: { learning_rate: [] }",
        "sweep: { learning_rate: [ x ] }",
        "sweep: { learning_rate: { from: 1, to: 2 } }",
        "sweep: { learning_rate: { from: 1, to: 2, count: 1 } }",
        "sweep: { learning_rat: [ 1 ] }",
        "hypotheses: { verifier: is_better }",
        "hypotheses: [ { metrics: score } ]",
        "hypotheses: [ { verifier: is_bettr } ]",
        "hypotheses: [ { verifier: is_better, metric: score } ]",
        "hypotheses: [ { verifier: is_better, metrics: [] } ]",
        "hypotheses: [ { verifier: is_better, metrics: [ a, [ b ] ] } ]",
        "hypotheses: [ { verifier: is_better, params: { alpha: 0.1 } } ]",
        "hypotheses: [ { verifier: isBetter, params: { alpha_level: high } } ]",
        "hypotheses: [ { verifier: other, params: { alpha_level: 0.1 } } ]",
        "timeout: 0s",
        "timeout: -1",
        "backoff: 3d",
        "retries: -1",
        "cli: { colour: red }",
        "cli: { hidden: maybe }",
      })
  void wrongYamlIsFoundWrong(String yaml) {
    assertThat(trial.errors(yaml)).as(yaml).isNotEmpty();
  }

  @Test
  void aStepThatTakesTheContextMayReadAnyKeyOfATreatment() {
    SchemaCheck kinds = SchemaCheck.of(KindsProject.kinds().compileWith(Compiler.JAVAC), "kinds");

    assertThat(kinds.errors("treatments: { a: { anything: 1 } }")).isEmpty();
    assertThat(kinds.errors("treatments: { a: { size: x } }")).isNotEmpty();
  }
}

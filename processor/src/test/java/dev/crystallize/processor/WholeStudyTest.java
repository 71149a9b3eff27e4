package dev.crystallize.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeStudyTest {

  private static final Project STUDY =
      Project.of()
          .java(
              "Tumours",
              """
              package com.acme;

              import dev.crystallize.annotations.*;
              import dev.crystallize.runtime.*;
              import java.io.IOException;
              import java.io.InputStream;
              import java.io.OutputStream;
              import java.util.List;
              import java.util.Map;
              import java.util.random.RandomGenerator;

              final class Tumours {
                record Table(List<String> names, double[][] rows) {}

                record Label(int number) {}

                static final class Model<L> {
                  final double weight;

                  Model(double weight) {
                    this.weight = weight;
                  }
                }

                @Experiment
                static final class Split {
                  @DataSource
                  static Table tumours() {
                    return new Table(List.of("a"), new double[][] {{1.0}});
                  }

                  @Step
                  static void split(
                      Table data,
                      RandomGenerator random,
                      Output<Table> train,
                      @Artifact("test") Output<Table> rest) {
                    train.write(data);
                    rest.write(data);
                  }
                }

                @Experiment
                static final class Train {
                  @Step
                  @Artifact("model")
                  static Model<Label> train(
                      @Artifact Table train,
                      @Param double learningRate,
                      @Param(defaultValue = "8") int batchSize,
                      RandomGenerator random) {
                    return new Model<>(learningRate);
                  }

                  @Writer
                  static void saveModel(Model<Label> model, OutputStream out) throws IOException {
                    out.write((int) model.weight);
                  }

                  @Loader
                  static Model<Label> loadModel(InputStream in) throws IOException {
                    return new Model<>(in.read());
                  }
                }

                @Experiment
                static final class Evaluate {
                  record Scores(double accuracy, double logLoss) {}

                  @Step
                  @Metric
                  static Scores evaluate(@Artifact Model<Label> model, @Artifact Table test) {
                    return new Scores(model.weight, test.rows().length);
                  }

                  @Verifier
                  static Map<String, Object> pairedTTest(Samples baseline, Samples treatment) {
                    return Map.of("p_value", 0.5);
                  }
                }
              }
              """)
          .yaml(
              "split",
              """
              replicates: 30
              datasource: { tumours: tumours }
              outputs: { train: train.json, test: test.json }
              steps: [ split ]
              """)
          .yaml(
              "train",
              """
              datasource: { train: split#train }
              outputs: { model: model.pb }
              steps: [ train ]
              treatments:
                baseline: { learning_rate: 0.1, batch_size: 32 }
                high_lr:  { learning_rate: 1.0 }
              """)
          .yaml(
              "evaluate",
              """
              datasource: { model: train#model, test: split#test }
              steps: [ evaluate ]
              hypotheses:
                - { verifier: paired_t_test, metrics: accuracy }
              """);

  @ParameterizedTest
  @EnumSource
  void threeNestedExperimentsCompileWithoutAWord(Compiler compiler) {
    Compilation compilation = STUDY.compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.generated()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatDoesNotFitIsOneErrorOnTheParameter(Compiler compiler) {
    Compilation compilation =
        STUDY
            .yaml(
                "evaluate",
                """
                datasource: { model: split#train, test: split#test }
                steps: [ evaluate ]
                """)
            .compileWith(compiler);

    assertThat(compilation.reports("artifact-type")).as(compilation.describe()).hasSize(1);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).line()).isEqualTo(72);
  }
}

package dev.crystallize.processor.generate;

import dev.crystallize.processor.harness.Project;

/** The projects whose generated code is kept as golden files, one package each. */
final class GoldenProjects {

  private GoldenProjects() {}

  /** Two experiments, the second reading what the first writes. */
  static Project chain() {
    return Project.of()
        .java("Producer", PRODUCER)
        .java("Consumer", CONSUMER)
        .yaml(
            "producer",
            """
            datasource: { numbers: numbers }
            outputs:
              summary:
                file_name: summary.json
                writer: dump_json
                loader: load_json
            steps:
            - produce_summary
            """)
        .yaml(
            "consumer",
            """
            datasource:
              producer_summary: producer#summary
            steps:
            - inspect_summary
            """);
  }

  static final String PRODUCER =
      """
      package chain;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.util.List;

      @Experiment
      final class Producer {
        record Summary(double total, int count) {}

        @DataSource
        static List<Double> numbers() {
          return List.of(1.0, 2.0, 3.0);
        }

        @Step
        static void produceSummary(List<Double> data, Output<Summary> summary) {
          double total = 0;
          for (double number : data) {
            total += number;
          }
          summary.write(new Summary(total, data.size()));
        }

        @Writer
        static String dumpJson(Summary summary) {
          return summary.total() + " " + summary.count();
        }

        @Loader
        static Summary loadJson(String text) {
          String[] parts = text.split(" ");
          return new Summary(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]));
        }
      }
      """;

  static final String CONSUMER =
      """
      package chain;

      import dev.crystallize.annotations.*;

      @Experiment
      final class Consumer {
        @Step
        @Metric("total")
        static double inspectSummary(@Artifact Producer.Summary producerSummary) {
          return producerSummary.total();
        }
      }
      """;

  /** A study of three experiments, nested in one class, which is public to others. */
  static Project study() {
    return Project.of()
        .java(
            "Tumours",
            """
            package study;

            import dev.crystallize.annotations.*;
            import dev.crystallize.runtime.*;
            import java.io.InputStream;
            import java.io.OutputStream;
            import java.util.Map;
            import java.util.random.RandomGenerator;

            public final class Tumours {
              public record Table(String[] names, double[][] rows) {}

              public record Model<T>(T label) {}

              public enum Label { BENIGN, MALIGNANT }

              @Experiment static final class Split {
                @DataSource static Table tumours() {
                  return new Table(new String[0], new double[0][]);
                }

                @Step static void split(
                    Table data, RandomGenerator random, Output<Table> train, Output<Table> test) {
                  train.write(data);
                  test.write(data);
                }
              }

              @Experiment static final class Train {
                @Step @Artifact("model")
                static Model<Label> train(
                    @Artifact Table train,
                    @Param double learningRate,
                    @Param int batchSize,
                    RandomGenerator random) {
                  return new Model<>(Label.BENIGN);
                }

                @Writer static void saveModel(Model<Label> model, OutputStream out) {}

                @Loader static Model<Label> loadModel(InputStream in) {
                  return new Model<>(Label.MALIGNANT);
                }
              }

              @Experiment static final class Evaluate {
                record Scores(double accuracy, double f1, double logLoss) {}

                @Step @Metric
                static Scores evaluate(@Artifact Model<Label> model, @Artifact Table test) {
                  return new Scores(1, 1, 0);
                }

                @Verifier static Map<String, Object> better(Samples baseline, Samples treatment) {
                  return Map.of("p_value", 1.0);
                }
              }
            }
            """)
        .yaml(
            "split",
            """
            description: Splits the table in two.
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
            steps: [ train: { timeout: 10m } ]
            retries: 2
            backoff: 500ms
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
            - { verifier: better, metrics: accuracy }
            """);
  }

  /** Names that clash with ours, with each other, or with the language. */
  static Project names() {
    return Project.of()
        .java(
            "A",
            """
            package names;

            import dev.crystallize.annotations.*;
            import dev.crystallize.runtime.Output;

            @Experiment("2-names")
            final class A {
              @Step("class") static Result first(@Param int dev, @Param int _step) {
                return new Result(dev + _step);
              }

              @Step("yield") static Node second(Result data, @Artifact("1 x") Node node) {
                return node;
              }

              @Step("overloaded") static String of(double data) {
                return "double" + data;
              }

              @Step("other") static String of(Double data) {
                return "Double" + data;
              }

              @Step static double number(@Param(defaultValue = "1") double context) {
                return context;
              }

              @Step static void end(Object data, Output<Codecs> a, Output<Result> result) {}

              @DataSource static Node source() {
                return new Node(1);
              }
            }
            """)
        .java("Result", "package names; record Result(int value) {}")
        .java("Node", "package names; record Node(int value) {}")
        .java("Codecs", "package names; record Codecs(Node node, int value, int values) {}")
        .java("Map", "package names; interface Map {}")
        .yaml(
            "2-names",
            """
            name: Zwei Namen
            datasource: { 1 x: source }
            outputs: { a: a, result: class }
            steps: [ class, "yield", number, overloaded, number, other, end ]
            treatments:
              baseline: { dev: 1, _step: 2 }
              a+b: { dev: 2 }
              1st: { dev: 3 }
              new: { dev: 4 }
            """);
  }

  /** Code that the compiler warns of. */
  static Project warnings() {
    return Project.of()
        .java(
            "Old",
            """
            package warnings;

            import dev.crystallize.annotations.*;
            import dev.crystallize.runtime.Output;
            import java.util.List;

            @Experiment(config = "steps: [old, older]\\noutputs: {list: list.bin}\\n")
            final class Old {
              @Deprecated @Step static int old() {
                return 1;
              }

              @SuppressWarnings("rawtypes")
              @Step static List older(int data, Output<byte[]> list) {
                return List.of();
              }
            }
            """);
  }
}

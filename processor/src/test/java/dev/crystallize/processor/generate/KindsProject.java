package dev.crystallize.processor.generate;

import dev.crystallize.processor.harness.Project;

/** A project with every kind of parameter, value and codec. */
final class KindsProject {

  private KindsProject() {}

  static Project kinds() {
    return Project.of()
        .java("Kinds", KINDS)
        .java(
            "Numbers",
            """
            package kinds;

            import dev.crystallize.annotations.*;

            @Experiment
            final class Numbers {
              @Step @Artifact("all")
              static double[] numbers() {
                return new double[] {1};
              }
            }
            """)
        .yaml("numbers", "outputs: { all: all.json }")
        .yaml(
            "kinds",
            """
            description: "Gr\\u00f6\\u00dfe */ <b> C:\\\\users {@code x}\\nsecond"
            replicates: 3
            seed: 12345678901
            retries: 2
            backoff: 500ms
            timeout: 90m
            datasource: { table: table, numbers: numbers#all }
            outputs:
              tree: tree.json
              shape: shape.json
              bag: bag.json
              log: log.txt
              scores: scores.json
              final: final.txt
            steps:
            - count
            - scale: { factor: 2, timeout: 30 }
            - scale: { factor: 3.5e-7, retries: 0, backoff: 0 }
            - look
            - wrap
            - judge
            - last
            treatments:
              baseline:
                size: 3
                color: dark_blue
                ranges: [ { low: 1, high: 3 }, { low: 2 } ]
                folder: data
              high size: { size: 9007 }
              empty:
            hypotheses:
            - verifier: paired
              metrics: [ [ accuracy, last ], [ n ] ]
              correction: benjamini_hochberg
              params: { alpha: 0.01 }
            """);
  }

  static final String KINDS =
      """
      package kinds;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.io.IOException;
      import java.io.OutputStream;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.Path;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.random.RandomGenerator;

      @Experiment
      final class Kinds {
        enum Color { RED, DARK_BLUE }

        record Range(int low, Optional<Integer> high) {}

        record Tree(String name, List<Tree> children) {}

        sealed interface Shape permits Circle, Square {}

        record Circle(double radius) implements Shape {}

        record Square(double side, Color color) implements Shape {}

        record Pair<A, B>(A first, B second) {}

        record Bag(
            Pair<Integer, String>[] pairs, Map<String, long[]> longs, char fields, byte[] raw) {}

        record Scores(double accuracy, Integer n, String note) {}

        record Finding(double pValue, Optional<Double> effect) {}

        private int calls;

        @DataSource Map<String, List<Integer>> table(@Param int size) throws IOException {
          calls += size;
          return Map.of("calls", List.of(size));
        }

        @Step int count(@Artifact Map<String, List<Integer>> table, @Param(defaultValue = "3") int times)
            throws IOException {
          calls += times;
          return table.get("calls").get(0);
        }

        @Step static double scale(double data, @Param double factor) {
          return data * factor;
        }

        @Step static void look(
            double data, @Artifact("numbers") byte[] bytes, @Artifact("numbers") String text,
            @Artifact("numbers") Path file, @Artifact("numbers") double[] numbers,
            Context context, Metrics metrics) {}

        @Step static StepResult<String> wrap(
            double data, @Param Color color, @Param List<Range> ranges,
            @Param(defaultValue = "{low: 1}") Range range,
            @Param(defaultValue = "C:\\\\users \\"x\\"") String text, @Param Path folder,
            RandomGenerator random, Output<Tree> tree) {
          tree.write(new Tree(text, List.of(new Tree(color + "" + ranges + range, List.of()))));
          return StepResult.of("wrapped").metric("noise", random.nextDouble());
        }

        @Step @Metric @Artifact("scores") static Scores judge(
            CharSequence data, Output<Shape> shape, Output<Bag> bag, Output<Path> log) {
          shape.write(new Square(2, Color.DARK_BLUE));
          Pair<Integer, String>[] pairs = pairs();
          bag.write(new Bag(pairs, Map.of("a", new long[] {1}), 'c', new byte[] {2}));
          log.write(Path.of("pom.xml"));
          return new Scores(1, 2, "good");
        }

        @SuppressWarnings({"rawtypes", "unchecked"})
        private static Pair<Integer, String>[] pairs() {
          return (Pair<Integer, String>[]) new Pair[] {new Pair<>(1, "one")};
        }

        @Step @Metric @Artifact("final") long last(Object data) {
          return calls;
        }

        @Writer static void save(Long value, OutputStream out) throws IOException {
          out.write(value.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Loader static long load(String text) {
          return Long.parseLong(text);
        }

        @Verifier static Finding paired(
            Samples baseline, Samples treatment,
            @Param(defaultValue = "0.05") double alpha, RandomGenerator random) {
          return new Finding(0, Optional.empty());
        }
      }
      """;
}

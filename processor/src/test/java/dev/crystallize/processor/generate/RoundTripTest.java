package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type that JSON is generated for, and writers and loaders of every shape. */
class RoundTripTest {

  @TempDir private Path temp;

  @ParameterizedTest
  @EnumSource
  void whatOneExperimentWritesAnotherReadsAndResultsLoad(Compiler compiler) throws Exception {
    Project project =
        Project.of()
            .java("Shapes", SHAPES)
            .yaml(
                "write",
                """
                outputs:
                  b: b
                  t: t
                  s: s
                  f: f
                  d: { kind: directory }
                  raw: raw.bin
                  plain: plain.txt
                  copied: copied.txt
                  all: all.json
                  many: many.json
                  grid: grid.json
                  pairs: pairs.json
                  number: number.json
                  maybe: maybe.json
                  shape: shape.json
                  expected: expected.txt
                """)
            .yaml(
                "read",
                """
                datasource:
                  - { b: write#b, t: write#t, s: write#s, f: write#f, d: write#d }
                  - { raw: write#raw, plain: write#plain, copied: write#copied }
                  - { all: write#all, many: write#many, grid: write#grid, pairs: write#pairs }
                  - { number: write#number, maybe: write#maybe, shape: write#shape }
                outputs: { seen: seen.txt }
                """);

    try (CompiledStudy study = CompiledStudy.of(project, compiler, temp.resolve("classes"))) {
      RunOptions options = RunOptions.builder().dataDirectory(temp.resolve("data")).build();
      GraphResult results = study.run("study.ReadGraph", options);

      String seen = Files.readString(artifact("read", "ReadStep/seen.txt"));
      assertThat(seen)
          .isEqualTo(Files.readString(artifact("write", "WriteStep/expected.txt")))
          .startsWith("B[v=1] T[v=2] S[v=3] F[v=4] D[v=5] [1, -1] pl\u00e4in copied\n")
          .contains("NaN", "-Infinity", "4.9E-324", "-0.0", "VERY_SLOW", "[[], [1, 2]]");
      for (String output : new String[] {"ALL", "B", "D", "SHAPE", "MAYBE"}) {
        ArtifactRef<?> ref = study.constant("study.WriteGraph", output);
        assertThat(seen).contains(results.get("write").load(ref, "baseline", 0).toString());
      }
    }
  }

  private Path artifact(String experiment, String file) {
    return temp.resolve("data")
        .resolve(experiment)
        .resolve("v0/replicate_0/baseline")
        .resolve(file);
  }

  private static final String SHAPES =
      """
      package study;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.io.IOException;
      import java.io.InputStream;
      import java.io.OutputStream;
      import java.nio.file.*;
      import java.util.*;

      final class Shapes {
        record B(int v) {}
        record T(int v) {}
        record S(int v) {}
        record F(int v) {}
        record D(int v) {}

        enum Mode { FAST, VERY_SLOW }

        sealed interface Shape permits Circle, Boxed {}
        record Circle(double radius) implements Shape {}
        sealed interface Boxed extends Shape permits TallBox, Empty {}
        record TallBox(int widthInCm, Optional<Shape> inside) implements Boxed {}
        record Empty() implements Boxed {}

        record Pair<X, Y>(X first, Y second) {}

        record All(
            boolean truth, byte tiny, short small, int whole, long large, float rough,
            double exact, char letter, Boolean truths, Byte tinies, Short smalls, Integer wholes,
            Long larges, Float roughs, Double exacts, Character letters, String text, Mode mode,
            Optional<Shape> absent, Optional<Optional<Mode>> present, List<Shape> shapes,
            Map<String, Map<String, List<Double>>> maps, List<List<String>> lists,
            Pair<Mode, Pair<String, List<Long>>> pair, Optional<All> next) {}

        static All all() {
          return one(Optional.of(one(Optional.empty())));
        }

        private static All one(Optional<All> next) {
          return new All(
              true, (byte) -1, (short) 2, 3, Long.MIN_VALUE, 0.1f, Double.MIN_VALUE, '\\u00e4',
              false, Byte.MAX_VALUE, Short.MIN_VALUE, -3, 4L, Float.NaN,
              Double.NEGATIVE_INFINITY, '"', "a\\n\\"\\\\\\ud83d\\ude00", Mode.VERY_SLOW,
              Optional.empty(), Optional.of(Optional.of(Mode.FAST)),
              List.of(new Circle(1), new TallBox(2, Optional.of(new Empty())), new Empty()),
              Map.of("k \\u0000", Map.of("", List.of(-0.0, 1e300))), List.of(List.of(), List.of("")),
              new Pair<>(Mode.FAST, new Pair<>("p", List.of(Long.MAX_VALUE))), next);
        }

        static String told(
            B b, T t, S s, F f, D d, byte[] raw, String plain, String copied, All all,
            Map<String, All[]> many, int[][] grid, Pair<String, double[]>[] pairs, Double number,
            Optional<Mode> maybe, Shape shape) {
          return b + " " + t + " " + s + " " + f + " " + d + " " + Arrays.toString(raw) + " "
              + plain + " " + copied + "\\n" + all + "\\n" + many.keySet()
              + Arrays.toString(many.get("x")) + "\\n" + Arrays.deepToString(grid) + "\\n"
              + pairs.length + pairs[0].first() + Arrays.toString(pairs[0].second()) + "\\n"
              + number + "\\n" + maybe + "\\n" + shape;
        }

        @Experiment static final class Write {
          @Step static void write(
              Output<B> b, Output<T> t, Output<S> s, Output<F> f, Output<D> d,
              Output<byte[]> raw, Output<String> plain, Output<Path> copied, Output<All> all,
              Output<Map<String, All[]>> many, Output<int[][]> grid,
              Output<Pair<String, double[]>[]> pairs, Output<Double> number,
              Output<Optional<Mode>> maybe, Output<Shape> shape, Output<String> expected)
              throws IOException {
            b.write(new B(1));
            t.write(new T(2));
            s.write(new S(3));
            f.write(new F(4));
            d.write(new D(5));
            raw.write(new byte[] {1, -1});
            plain.write("pl\\u00e4in");
            copied.write(Files.writeString(Files.createTempFile("copied", ".txt"), "copied"));
            all.write(all());
            Map<String, All[]> map = Map.of("x", new All[] {all(), all()});
            many.write(map);
            int[][] rows = {{}, {1, 2}};
            grid.write(rows);
            @SuppressWarnings({"unchecked", "rawtypes"})
            Pair<String, double[]>[] array = new Pair[] {
              new Pair<>("q", new double[] {Double.NaN, 0.5})
            };
            pairs.write(array);
            number.write(-0.0);
            maybe.write(Optional.empty());
            shape.write(new TallBox(7, Optional.empty()));
            expected.write(
                told(
                    new B(1), new T(2), new S(3), new F(4), new D(5), new byte[] {1, -1},
                    "pl\\u00e4in", "copied", all(), map, rows, array, -0.0, Optional.empty(),
                    new TallBox(7, Optional.empty())));
          }

          @Writer static byte[] bytes(B value) { return new byte[] {(byte) value.v()}; }
          @Loader static B bytes(byte[] content) { return new B(content[0]); }

          @Writer String text(T value) { return "" + value.v(); }
          @Loader T text(String content) { return new T(Integer.parseInt(content)); }

          @Writer static void stream(S value, OutputStream out) throws IOException {
            out.write(value.v());
          }
          @Loader static S stream(InputStream in) throws IOException { return new S(in.read()); }

          @Writer static void file(F value, Path file) throws IOException {
            Files.write(file, new byte[value.v()]);
          }
          @Loader static F file(Path file) throws IOException {
            return new F((int) Files.size(file));
          }

          @Writer static void fill(D value, Path folder) throws IOException {
            Files.createDirectories(folder.resolve("deep"));
            Files.write(folder.resolve("deep/v"), new byte[value.v()]);
          }
          @Loader static D open(Path folder) throws IOException {
            return new D((int) Files.size(folder.resolve("deep/v")));
          }
        }

        @Experiment static final class Read {
          @Step static void read(
              @Artifact B b, @Artifact T t, @Artifact S s, @Artifact F f, @Artifact D d,
              @Artifact byte[] raw, @Artifact String plain, @Artifact Path copied,
              @Artifact All all, @Artifact Map<String, All[]> many, @Artifact int[][] grid,
              @Artifact Pair<String, double[]>[] pairs, @Artifact double number,
              @Artifact Optional<Mode> maybe, @Artifact Shape shape, Output<String> seen)
              throws IOException {
            seen.write(
                told(
                    b, t, s, f, d, raw, plain, Files.readString(copied), all, many, grid, pairs,
                    number, maybe, shape));
          }
        }
      }
      """;
}

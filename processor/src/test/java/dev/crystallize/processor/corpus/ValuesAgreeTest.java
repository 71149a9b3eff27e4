package dev.crystallize.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.runtime.ConfigurationException;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.RunOptions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler takes for a value's type the runtime takes as well, and nothing else. */
class ValuesAgreeTest {

  private static final String JAVA =
      """
      package com.acme;

      import dev.crystallize.annotations.*;
      import java.util.*;

      @Experiment("values")
      public final class Values {
        public enum Mode { FAST, VERY_SLOW }
        public sealed interface Shape permits Circle, TallBox {}
        public record Circle(double radius) implements Shape {}
        public record TallBox(int widthInCm, Optional<Integer> height) implements Shape {}
        public sealed interface Typed permits One {}
        public record One(String type) implements Typed {}

        @Step public static void use(
            @Param(defaultValue = "1") int i, @Param(defaultValue = "1") long l,
            @Param(defaultValue = "1") byte b, @Param(defaultValue = "1") double d,
            @Param(defaultValue = "1") float f, @Param(defaultValue = "a") String s,
            @Param(defaultValue = "a") char c, @Param(defaultValue = "true") boolean t,
            @Param(defaultValue = "fast") Mode mode, @Param(defaultValue = "null") Optional<Integer> o,
            @Param(defaultValue = "null") Optional<Optional<Integer>> oo,
            @Param(defaultValue = "{ type: circle, radius: 1 }") Shape shape,
            @Param(defaultValue = "{ _type: one, type: x }") Typed typed,
            @Param(defaultValue = "{ widthInCm: 1 }") TallBox box,
            @Param(defaultValue = "[1]") List<Integer> list,
            @Param(defaultValue = "{}") Map<String, Double> map) {}
      }
      """;

  private static final Map<String, String[]> VALUES =
      Map.ofEntries(
          Map.entry("i", new String[] {"32", "32.0", "1e3", "\"1\"", "null", "2147483648", "0x1F"}),
          Map.entry("l", new String[] {"9223372036854775807", "9223372036854775808"}),
          Map.entry("b", new String[] {"127", "128", "-128", "-129"}),
          Map.entry(
              "d", new String[] {"1", "1e-3", ".inf", ".nan", "NaN", "\"Infinity\"", "\"1\""}),
          Map.entry("f", new String[] {"1", "1e38", "1e39", "-.inf", "true"}),
          Map.entry("s", new String[] {"text", "1", "true", "null", "\"1\"", "[a]"}),
          Map.entry("c", new String[] {"x", "xy", "\"\"", "1"}),
          Map.entry("t", new String[] {"true", "FALSE", "\"true\"", "1"}),
          Map.entry("mode", new String[] {"FAST", "fast", "Fast", "very_slow", "VerySlow", "1"}),
          Map.entry("o", new String[] {"1", "null", "[1]", "\"1\""}),
          Map.entry("oo", new String[] {"1", "null", "[1]", "[null]", "[]", "[1, 2]"}),
          Map.entry(
              "shape",
              new String[] {
                "{ type: circle, radius: 1 }",
                "{ radius: 1, type: Circle }",
                "{ type: tall_box, width_in_cm: 1 }",
                "{ type: TallBox, widthInCm: 1, height: 2 }",
                "{ type: tall_box, widthInCm: 1, width_in_cm: 2 }",
                "{ type: tall-box, width_in_cm: 1 }",
                "{ _type: circle, radius: 1 }",
                "{ type: circle }",
                "{ type: circle, radius: 1, depth: 2 }",
                "{ radius: 1 }",
                "circle"
              }),
          Map.entry(
              "typed",
              new String[] {"{ _type: one, type: x }", "{ type: one }", "{ type: x, _type: One }"}),
          Map.entry(
              "box",
              new String[] {
                "{ width_in_cm: 1 }",
                "{ widthInCm: 1, height: null }",
                "{ WidthInCm: 1 }",
                "{ width_in_cm: 1.0 }",
                "{ type: tall_box, width_in_cm: 1 }"
              }),
          Map.entry("list", new String[] {"[]", "[1, 2]", "[1, null]", "1", "[1.5]"}),
          Map.entry("map", new String[] {"{}", "{ a: 1 }", "{ a: x }", "[]"}));

  /** The other mistakes that values can hold. */
  private static final List<String> MISTAKES =
      List.of(
          "steps: [ use: { ii: 3 } ]\n",
          "steps: [ use: { list: [ 1, x ] } ]\n",
          "steps: [ use ]\ntreatments: { baseline: { lst: [] } }\n",
          "steps: [ use: { i: 2 } ]\ntreatments: { other: { i: 3 } }\n",
          "steps: [ use ]\ntreatments: { a/b: { i: 3 } }\n",
          "steps: [ use ]\ntreatments: { Baseline: { i: 3 } }\n",
          "steps: [ use ]\ntreatments: { one: { i: 3, i: 4 } }\n",
          "steps: [ use ]\ntreatments: { one: 3 }\n",
          "steps: [ use ]\nreplicates: 0\n",
          "steps: [ use ]\nreplicates: many\n",
          "steps: [ use ]\nseed: 1.5\n",
          "steps: [ use: { timeout: 3 weeks } ]\n",
          "steps: [ use ]\nretries: -1\n",
          "steps: [ use ]\nsweep: { i: [ 1, x ] }\n",
          "steps: [ use ]\nsweep: { j: [ 1, 2 ] }\n",
          "steps: [ use ]\nsweep: { d: { from: 1, to: 2 } }\n",
          "steps: [ use ]\ncli: { hidden: maybe }\n");

  @TempDir private Path folder;

  private final SoftAssertions all = new SoftAssertions();

  @Test
  void theRuntimeSaysTheSameOfAllValuesAsTheCompiler() throws Exception {
    try (Workshop workshop = new Workshop(Compiler.JAVAC, folder)) {
      Path classes = compiled(workshop);
      URL[] path = {classes.toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
        ExperimentGraph graph =
            (ExperimentGraph)
                loader.loadClass("com.acme.ValuesGraph").getMethod("graph").invoke(null);
        for (Map.Entry<String, String[]> param : VALUES.entrySet()) {
          for (String value : param.getValue()) {
            assertAgreed(workshop, graph, yaml(param.getKey(), value));
          }
        }
        for (String mistake : MISTAKES) {
          all.assertThat(assertAgreed(workshop, graph, mistake)).as(mistake).isNotEmpty();
        }
        all.assertAll();
      }
    }
  }

  /** Returns what both say: id, text and place. */
  private List<String> assertAgreed(Workshop workshop, ExperimentGraph graph, String yaml)
      throws IOException {
    Compilation compilation = workshop.compile(project(yaml));
    List<String> said =
        compilation.errors().stream()
            .map(error -> error.text().lines().findFirst().orElseThrow())
            .toList();
    all.assertThat(refusal(graph, yaml)).as(yaml).isEqualTo(said);
    return said;
  }

  private List<String> refusal(ExperimentGraph graph, String yaml) throws IOException {
    Path file = folder.resolve("experiments/values/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    try {
      graph.plan(
          RunOptions.builder()
              .experiments(folder.resolve("experiments"))
              .dataDirectory(folder.resolve("data"))
              .build());
      return List.of();
    } catch (ConfigurationException refused) {
      return refused.problems().stream()
          .map(
              problem ->
                  "[%s] %s (%s)"
                      .formatted(
                          problem.id(), problem.message(), problem.location().orElse("nowhere")))
          .toList();
    }
  }

  private Path compiled(Workshop workshop) throws IOException {
    Compilation compilation = workshop.compile(project("steps: [ use ]\n"));
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    Path classes = folder.resolve("classes");
    for (Map.Entry<String, byte[]> file : compilation.output().entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return classes;
  }

  private static Sources project(String yaml) {
    return new Sources(Map.of("Values.java", JAVA, "values/config.yaml", yaml));
  }

  private static String yaml(String param, String value) {
    return "steps: [ use ]\ntreatments:\n  baseline:\n    " + param + ": " + value + "\n";
  }
}

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
import java.util.Map;
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

  @TempDir private Path folder;

  @Test
  void theRuntimeTakesTheSameValuesAsTheCompiler() throws Exception {
    try (Workshop workshop = new Workshop(Compiler.JAVAC, folder)) {
      Path classes = compiled(workshop);
      URL[] path = {classes.toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
        ExperimentGraph graph =
            (ExperimentGraph)
                loader.loadClass("com.acme.ValuesGraph").getMethod("graph").invoke(null);
        for (Map.Entry<String, String[]> param : VALUES.entrySet()) {
          for (String value : param.getValue()) {
            String yaml = yaml(param.getKey(), value);
            Compilation compilation = workshop.compile(project(yaml));
            assertThat(isTaken(graph, yaml))
                .as(param.getKey() + ": " + value + compilation.describe())
                .isEqualTo(compilation.success());
          }
        }
      }
    }
  }

  private boolean isTaken(ExperimentGraph graph, String yaml) throws IOException {
    Path file = folder.resolve("experiments/values/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    try {
      graph.plan(
          RunOptions.builder()
              .experiments(folder.resolve("experiments"))
              .dataDirectory(folder.resolve("data"))
              .build());
      return true;
    } catch (ConfigurationException refused) {
      return false;
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

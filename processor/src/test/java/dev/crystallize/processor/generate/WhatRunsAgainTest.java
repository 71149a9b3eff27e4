package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crystallize.runtime.Change;
import dev.crystallize.runtime.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What of a compiled study runs again after a change, and what does not.
 *
 * <p>{@code add} runs {@code baseline} and {@code tuned}; {@code show} reads it and runs {@code
 * loud} besides; two replicates each.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WhatRunsAgainTest {

  private static final Map<String, String> SOURCES =
      Map.of(
          "Study",
          """
          package study;

          import dev.crystallize.annotations.*;
          import dev.crystallize.runtime.Samples;
          import java.nio.file.*;
          import java.util.HashMap;
          import java.util.Map;

          final class Study {
            record Sum(double total) {}

            @Experiment(uses = Shared.class) static final class Add {
              @DataSource(reads = {"/numbers.txt", "@FILE@"}) static double[] numbers() {
                return new double[] {1, 2};
              }

              @Step static double[] shift(double[] data, @Param double shift) {
                return Helper.each(data, x -> x + shift);
              }

              @Step(version = "1")
              static double[] scale(double[] data, @Param(defaultValue = "2") double factor) {
                return Helper.each(data, x -> x * factor * Constants.SCALE * lib.Rates.rate());
              }

              @SuppressWarnings("unused-step")
              @Step static double[] spare(double[] data) {
                return Helper.each(data, x -> -x);
              }

              @Writer static String write(Sum sum) {
                return "" + sum.total();
              }

              @Loader static Sum load(String text) {
                return new Sum(Double.parseDouble(text.trim()));
              }
            }

            @Experiment static final class Show {
              @Step @Metric static double shown(@Artifact Sum sum, @Param int volume) {
                if (Files.exists(Path.of("@FILE@.fails"))) {
                  throw new IllegalStateException("asked to fail");
                }
                return volume * sum.total();
              }

              @Verifier static Map<String, Object> compare(Samples baseline, Samples treatment) {
                return Map.of("p_value", 0.5);
              }
            }
          }
          """,
          "Shared",
          """
          package study;

          import dev.crystallize.annotations.*;

          final class Shared {
            @Step @Artifact("sum") static Study.Sum sum(double[] data) {
              return new Study.Sum(new Adder().add(data));
            }
          }
          """,
          "Adder",
          """
          package study;

          final class Adder extends Base {
            double add(double[] data) {
              double sum = start();
              for (double x : data) {
                sum += x;
              }
              return sum;
            }
          }
          """,
          "Base",
          """
          package study;

          class Base {
            double start() {
              return 0;
            }
          }
          """,
          "Helper",
          """
          package study;

          import java.util.function.DoubleUnaryOperator;

          final class Helper {
            static double[] each(double[] data, DoubleUnaryOperator change) {
              double[] changed = new double[data.length];
              for (int i = 0; i < data.length; i++) {
                changed[i] = change.applyAsDouble(data[i]);
              }
              return changed;
            }
          }
          """,
          "Constants",
          """
          package study;

          final class Constants {
            static final double SCALE = 1.5;
          }
          """);

  private static final Map<String, String> CONFIGS =
      Map.of(
          "add",
          """
          description: adds numbers
          replicates: 2
          seed: 7
          datasource: { numbers: numbers }
          outputs: { sum: sum.txt }
          steps: [ shift, scale, sum ]
          treatments:
            baseline: { shift: 1 }
            tuned: { factor: 3 }
          cli: { priority: 1 }
          """,
          "show",
          """
          datasource: { sum: add#sum }
          steps: [ shown ]
          treatments:
            baseline: { volume: 1 }
            loud: { volume: 5 }
          hypotheses: [ { verifier: compare, metrics: shown } ]
          """);

  private static final Map<String, String> LIBRARIES =
      Map.of(
          "Rates",
          "package lib; public final class Rates { public static int rate() { return Deep.one(); } }",
          "Deep",
          "package lib; final class Deep { static int one() { return 1; } }");

  private static final String ADD = "add baseline, add tuned";
  private static final String SHOW = "show baseline, show tuned, show loud";
  private static final String ALL = ADD + ", " + SHOW;
  private static final String NOTHING = "";

  /** Compiling takes most of the time, and most studies begin alike. */
  private final Map<Map<String, String>, Map<String, byte[]>> compiled = new HashMap<>();

  @TempDir private Path temp;

  static Stream<Arguments> changes() {
    return Stream.of(
        // Code. What it writes decides whether those that read it run too.
        row("a helper method", s -> s.edit("Helper", "(data[i])", "(-data[i])"), ALL),
        row("a helper, equal bytes", s -> s.edit("Helper", "data.length;", "changed.length;"), ADD),
        row("a superclass", s -> s.edit("Base", "return 0", "return 10"), ALL),
        row("a lambda", s -> s.edit("Study", "x + shift", "x - shift"), ALL),
        row("an inlined constant", s -> s.edit("Constants", "1.5", "2.5"), ALL),
        row("a class in uses", s -> s.edit("Shared", ".add(data)", ".add(data) + 1"), ALL),
        row("order of steps", s -> s.wiring("add", "shift, scale", "scale, shift"), ALL),
        row("a step's version", s -> s.edit("Study", "version = \"1\"", "version = \"2\""), ADD),
        row("the writer", s -> s.edit("Study", "\"\" + sum.total()", "sum.total() + \" \""), ALL),
        row("the loader", s -> s.edit("Study", "text.trim()", "text.strip()"), SHOW),
        row("an output's file", s -> s.wiring("add", "sum.txt", "total.txt"), ADD),
        row("a library", s -> s.library("Rates", "Deep.one()", "2 * Deep.one()"), ALL),
        row("a library of a library", s -> s.library("Deep", "return 1", "return 2"), ALL),
        // Values.
        row("a treatment", s -> s.values("add", "factor: 3", "factor: 4"), "add tuned, show tuned"),
        row("a treatment below", s -> s.values("show", "volume: 5", "volume: 6"), "show loud"),
        row("an inherited baseline", s -> s.values("add", "shift: 1", "shift: 2"), ALL),
        row(
            "a baseline that one treatment replaces",
            s -> s.values("show", "volume: 1", "volume: 2"),
            "show baseline, show tuned"),
        row(
            "a default that one treatment replaces",
            s -> s.edit("Study", "defaultValue = \"2\"", "defaultValue = \"4\""),
            "add baseline, show baseline, show loud"),
        row("the seed, which nothing draws from", s -> s.values("add", "seed: 7", "seed: 8"), ADD),
        row(
            "a new treatment",
            s -> s.values("add", "  tuned:", "  low: { factor: 1 }\n  tuned:"),
            "add low, show low"),
        row("a treatment less", s -> s.values("add", "  tuned: { factor: 3 }\n", ""), NOTHING),
        only(2, "more replicates", s -> s.values("add", "replicates: 2", "replicates: 3"), ALL),
        row("fewer replicates", s -> s.values("add", "replicates: 2", "replicates: 1"), NOTHING),
        // What lies on the disk.
        row("a declared file", s -> ResumedStudy.write(s.file(), "2"), ADD),
        row("a class path resource", s -> s.resource("numbers.txt", "3"), ADD),
        only(1, "an artifact is gone", s -> delete(sum(s)), "add tuned"),
        only(1, "an artifact is damaged", s -> ResumedStudy.write(sum(s), "9"), "add tuned"),
        // What concerns nobody.
        row("nothing", s -> {}, NOTHING),
        row("a comment", s -> s.edit("Helper", "static", "/* why */ static"), NOTHING),
        row("the format", s -> s.edit("Helper", text -> text.replace("{", "\n{\n\n")), NOTHING),
        row("a local variable's name", s -> s.edit("Adder", "sum", "total"), NOTHING),
        row(
            "code that nothing reaches",
            s -> s.edit("Constants", "}", "int x() { return 1; } }"),
            NOTHING),
        row("a step that nobody lists", s -> s.edit("Study", "x -> -x", "x -> x - 1"), NOTHING),
        row("the verifier", s -> s.edit("Study", "0.5", "0.25"), NOTHING),
        row("the description", s -> s.values("add", "adds numbers", "sums up"), NOTHING),
        row("cli", s -> s.values("add", "priority: 1", "priority: 9, icon: x"), NOTHING),
        row(
            "the order of keys",
            s -> s.values("add", "replicates: 2\nseed: 7", "seed: 7\nreplicates: 2"),
            NOTHING),
        row("comments in YAML", s -> s.values("add", "seed: 7", "seed:   7 # lucky"), NOTHING),
        row("a touched file", s -> touch(s.file()), NOTHING),
        row("a touched artifact", s -> touch(sum(s)), NOTHING),
        row("a moved data folder", s -> s.moveData(s.data().resolveSibling("else/where")), NOTHING),
        row("a library packed anew", s -> s.library("Deep", "return 1", "return  1"), NOTHING),
        row("classes moved to a jar", ResumedStudy::pack, NOTHING),
        row("a smoke run in between", s -> s.resume(RunOptions.builder().replicates(1)), NOTHING),
        row(
            "a run of one treatment in between",
            s -> s.resume(RunOptions.builder().treatments("loud")),
            NOTHING));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("changes")
  void aChangeRunsExactlyWhatItConcerns(
      String name, String concerned, Consumer<ResumedStudy> change, Set<String> expected) {
    ResumedStudy study = study();
    assertThat(study.resume()).hasSize(10);

    change.accept(study);

    assertThat(study.resume()).isEqualTo(expected);
    assertThat(study.resume()).as("once more").isEmpty();
  }

  @Test
  void anEditThatIsTakenBackRunsNothing() {
    ResumedStudy study = study();
    study.resume();
    String before = study.results();

    study.edit("Helper", "(data[i])", "(-data[i])").resume();
    assertThat(study.results()).isNotEqualTo(before);
    study.edit("Helper", "(-data[i])", "(data[i])");

    assertThat(study.resume()).isEmpty();
    assertThat(study.results()).isEqualTo(before);
  }

  @Test
  void aFailedTaskRunsAgainAndNothingElse() {
    ResumedStudy study = study();
    Path fails = study.file().resolveSibling("file.txt.fails");
    ResumedStudy.write(fails, "");
    study.resume();
    delete(fails);

    assertThat(study.resume()).isEqualTo(tasks(SHOW, 0, 1));
  }

  @Test
  void anAcceptedChangeRunsNothing() {
    ResumedStudy study = study();
    study.resume();

    study.library("Deep", "return 1", "return 2");
    assertThat(study.resume(RunOptions.builder().accept(Set.of(Change.LIBRARIES)))).isEmpty();
    study.edit("Helper", "(data[i])", "(-data[i])");
    assertThat(study.resume(RunOptions.builder().accept(Set.of(Change.LIBRARIES, Change.CODE))))
        .isEmpty();
    assertThat(study.resume(RunOptions.builder().accept(Set.of(Change.CODE))))
        .as("the library has changed too")
        .isEqualTo(tasks(ALL, 0, 1));
  }

  @Test
  void aStepThatReachesUnseededNumbersIsToldWithTheWay() {
    ResumedStudy study = study().edit("Helper", "(data[i])", "(data[i] + Math.random())");
    study.resume();

    assertThat(study.warnings())
        .singleElement()
        .asString()
        .startsWith("[unseeded-random] 'add' draws random numbers")
        .contains(" -> Helper.each -> Math.random;");
  }

  private ResumedStudy study() {
    return new ResumedStudy(compiled, temp, SOURCES, CONFIGS, LIBRARIES);
  }

  private static Arguments row(String name, Consumer<ResumedStudy> change, String conditions) {
    return arguments(name, told(conditions), change, tasks(conditions, 0, 1));
  }

  private static Arguments only(
      int replicate, String name, Consumer<ResumedStudy> change, String conditions) {
    return arguments(
        name, told(conditions) + ":" + replicate, change, tasks(conditions, replicate, replicate));
  }

  private static String told(String conditions) {
    return conditions.isEmpty() ? "nothing runs" : conditions;
  }

  private static Set<String> tasks(String conditions, int first, int last) {
    Set<String> tasks = new TreeSet<>();
    for (String condition : conditions.split(", ", -1)) {
      for (int replicate = first; replicate <= last && !condition.isEmpty(); replicate++) {
        tasks.add(condition + ":" + replicate);
      }
    }
    return tasks;
  }

  private static Path sum(ResumedStudy study) {
    return study.data().resolve("add/v0/replicate_1/tuned/SumStep/sum.txt");
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What of a {@link ChangingStudy} runs again after a change and why, and what does not. That
 * another JDK runs everything again is seen where there are two, by the tests of the examples.
 */
@Tag("same-on-every-jdk")
@TestInstance(Lifecycle.PER_CLASS)
class WhatRunsAgainTest {

  private static final String ADD = "add baseline, add tuned";
  private static final String SHOW = "show baseline, show tuned, show loud";
  private static final String ALL = ADD + ", " + SHOW;
  private static final String NOTHING = "";
  private static final String SAME = "nothing that it depends on has changed";

  /** Compiling takes most of the time, and most studies begin alike. */
  private final Map<Map<String, String>, Map<String, byte[]>> compiled = new HashMap<>();

  @TempDir private Path temp;

  static Stream<Arguments> changes() {
    return Stream.of(
        // Code. What it writes decides whether those that read it run too.
        row(
            "a helper method",
            s -> s.edit("Helper", "(data[i])", "(-data[i])"),
            ALL,
            "Helper.each changed"),
        row(
            "a helper, equal bytes",
            s -> s.edit("Helper", "data.length;", "changed.length;"),
            ADD,
            "Helper.each changed"),
        row(
            "a superclass",
            s -> s.edit("Base", "return 0", "return 10"),
            ALL,
            "class Base changed"),
        row(
            "a lambda",
            s -> s.edit("Study", "x + shift", "x - shift"),
            ALL,
            "Study.Add.shift changed"),
        row(
            "an inlined constant",
            s -> s.edit("Constants", "1.5", "2.5"),
            ALL,
            "Study.Add.scale changed"),
        row("a resource", s -> s.edit("Units", "Unit(1)", "Unit(2)"), ALL, "Units.unit changed"),
        row(
            "a resource beside the steps",
            s -> s.edit("Study", "Origin(0)", "Origin(1)"),
            ALL,
            "Study.Add.origin changed"),
        row(
            "a class in uses",
            s -> s.edit("Shared", ".add(data)", ".add(data) + 1"),
            ALL,
            "Shared.sum changed"),
        row(
            "order of steps",
            s -> s.wiring("add", "shift, scale", "scale, shift"),
            ALL,
            "steps shift, scale, sum -> scale, shift, sum"),
        row(
            "a step's version",
            s -> s.edit("Study", "version = \"1\"", "version = \"2\""),
            ADD,
            "version of step scale 1 -> 2"),
        row(
            "the writer",
            s -> s.edit("Study", "\"\" + sum.total()", "sum.total() + \" \""),
            ALL,
            "Study.Add.write changed"),
        row(
            "the loader",
            s -> s.edit("Study", "text.trim()", "text.strip()"),
            SHOW,
            "Study.Add.load changed"),
        row(
            "an output's file",
            s -> s.wiring("add", "sum.txt", "total.txt"),
            ADD,
            "output sum sum.txt -> total.txt"),
        row(
            "a library",
            s -> s.library("Rates", "Deep.one()", "2 * Deep.one()"),
            ALL,
            "library Rates-1.0.jar changed"),
        row(
            "a library of a library",
            s -> s.library("Deep", "return 1", "return 2"),
            ALL,
            "library Deep-1.0.jar changed"),
        // Values.
        row(
            "a treatment",
            s -> s.values("add", "factor: 3", "factor: 4"),
            "add tuned, show tuned",
            "treatment tuned: factor 3 -> 4"),
        row(
            "a treatment below",
            s -> s.values("show", "volume: 5", "volume: 6"),
            "show loud",
            "treatment loud: volume 5 -> 6"),
        row(
            "an inherited baseline",
            s -> s.values("add", "shift: 1", "shift: 2"),
            ALL,
            "baseline: shift 1 -> 2"),
        row(
            "a baseline that one treatment replaces",
            s -> s.values("show", "volume: 1", "volume: 2"),
            "show baseline, show tuned",
            "baseline: volume 1 -> 2"),
        row(
            "a default that one treatment replaces",
            s -> s.edit("Study", "defaultValue = \"2\"", "defaultValue = \"4\""),
            "add baseline, show baseline, show loud",
            "baseline: factor 2 -> 4"),
        row(
            "the seed, which nothing draws from",
            s -> s.values("add", "seed: 7", "seed: 8"),
            ADD,
            "seed 7 -> 8"),
        row(
            "a new treatment",
            s -> s.values("add", "  tuned:", "  low: { factor: 1 }\n  tuned:"),
            "add low, show low",
            "no earlier run has committed it"),
        row(
            "a treatment less",
            s -> s.values("add", "  tuned: { factor: 3 }\n", ""),
            NOTHING,
            SAME),
        only(
            2,
            "more replicates",
            s -> s.values("add", "replicates: 2", "replicates: 3"),
            ALL,
            "no earlier run has committed it"),
        row(
            "fewer replicates",
            s -> s.values("add", "replicates: 2", "replicates: 1"),
            NOTHING,
            SAME),
        // What lies on the disk.
        row("a declared file", s -> ResumedStudy.write(s.file(), "2"), ADD, "file.txt changed"),
        row(
            "a class path resource",
            s -> s.resource("numbers.txt", "3"),
            ADD,
            "/numbers.txt changed"),
        only(
            1, "an artifact is gone", s -> delete(sum(s)), "add tuned", "artifact sum.txt missing"),
        only(
            1,
            "an artifact is damaged",
            s -> ResumedStudy.write(sum(s), "9"),
            "add tuned",
            "artifact sum.txt is not as it was written"),
        // What concerns nobody.
        row("nothing", s -> {}, NOTHING, SAME),
        row("a comment", s -> s.edit("Helper", "static", "/* why */ static"), NOTHING, SAME),
        row(
            "the format",
            s -> s.edit("Helper", text -> text.replace("{", "\n{\n\n")),
            NOTHING,
            SAME),
        row("a local variable's name", s -> s.edit("Adder", "sum", "total"), NOTHING, SAME),
        row(
            "code that nothing reaches",
            s -> s.edit("Constants", "}", "int x() { return 1; } }"),
            NOTHING,
            SAME),
        row(
            "a step that nobody lists, beside a resource",
            s -> s.edit("Study", "x -> -x", "x -> x - 1"),
            NOTHING,
            SAME),
        row(
            "a method beside a resource of another class",
            s -> s.edit("Units", "return \"m\"", "return \"ft\""),
            NOTHING,
            SAME),
        row("the verifier", s -> s.edit("Study", "0.5", "0.25"), NOTHING, SAME),
        row("the description", s -> s.values("add", "adds numbers", "sums up"), NOTHING, SAME),
        row("cli", s -> s.values("add", "priority: 1", "priority: 9, icon: x"), NOTHING, SAME),
        row(
            "the order of keys",
            s -> s.values("add", "replicates: 2\nseed: 7", "seed: 7\nreplicates: 2"),
            NOTHING,
            SAME),
        row(
            "comments in YAML",
            s -> s.values("add", "seed: 7", "seed:   7 # lucky"),
            NOTHING,
            SAME),
        row("a touched file", s -> touch(s.file()), NOTHING, SAME),
        row("a touched artifact", s -> touch(sum(s)), NOTHING, SAME),
        row(
            "a moved data folder",
            s -> s.moveData(s.data().resolveSibling("else/where")),
            NOTHING,
            SAME),
        row(
            "a library packed anew",
            s -> s.library("Deep", "return 1", "return  1"),
            NOTHING,
            SAME),
        row("classes moved to a jar", ResumedStudy::pack, NOTHING, SAME),
        row(
            "a smoke run in between",
            s -> s.resume(RunOptions.builder().replicates(1)),
            NOTHING,
            SAME),
        row(
            "a run of one treatment in between",
            s -> s.resume(RunOptions.builder().treatments("loud")),
            NOTHING,
            SAME));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("changes")
  void aChangeRunsExactlyWhatItConcerns(
      String name,
      String concerned,
      Consumer<ResumedStudy> change,
      Set<String> expected,
      String reason) {
    ResumedStudy study = study();
    assertThat(study.resume()).hasSize(10);

    change.accept(study);

    assertThat(study.plan().explanation()).contains(reason);
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
    return new ResumedStudy(
        compiled, temp, ChangingStudy.SOURCES, ChangingStudy.CONFIGS, ChangingStudy.LIBRARIES);
  }

  private static Arguments row(
      String name, Consumer<ResumedStudy> change, String conditions, String reason) {
    return arguments(name, told(conditions), change, tasks(conditions, 0, 1), reason);
  }

  private static Arguments only(
      int replicate, String name, Consumer<ResumedStudy> change, String conditions, String reason) {
    return arguments(
        name,
        told(conditions) + ":" + replicate,
        change,
        tasks(conditions, replicate, replicate),
        reason);
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

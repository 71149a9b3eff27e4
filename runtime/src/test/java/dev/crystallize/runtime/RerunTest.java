package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs again after a change, and what does not. */
class RerunTest {

  private static final String PRODUCER = "producer baseline, producer high";
  private static final String ALL = PRODUCER + ", consumer baseline, consumer high, consumer loud";

  @TempDir private Path temp;

  static Stream<Arguments> changes() {
    return Stream.of(
        row("nothing", lab -> {}, ""),
        row(
            "the value of a treatment",
            lab -> lab.give("treatments", RerunLab.values("high", Map.of("rate", 0.4))),
            "producer high, consumer high"),
        row("the value of a treatment downstream", lab -> lab.give("volume", 3), "consumer loud"),
        row(
            "a value of the baseline, which one treatment inherits",
            lab -> lab.give("baseline", baseline(lab, 0.2)),
            "producer baseline, consumer baseline, consumer loud"),
        row("a default value", lab -> lab.give("default", 1.0), ALL),
        row("the seed, which nothing draws from", lab -> lab.give("seed", 7), PRODUCER),
        row("a version given by hand", lab -> lab.give("version", "2"), PRODUCER),
        row("more replicates", lab -> lab.give("replicates", 3), "2", ALL),
        row("fewer replicates", lab -> lab.give("replicates", 1), ""),
        row(
            "a new treatment",
            lab ->
                lab.give(
                    "treatments",
                    RerunLab.values("high", Map.of("rate", 0.3), "low", Map.of("rate", 0.01))),
            "producer low, consumer low"),
        row("a treatment that is gone", lab -> lab.give("treatments", RerunLab.values()), ""),
        row("a description", lab -> lab.give("description", "a new one"), ""),
        row(
            "the order of keys",
            lab ->
                lab.give("baseline", RerunLab.values("file", lab.file().toString(), "rate", 0.1)),
            ""),
        row(
            "an artifact that was deleted",
            lab -> delete(lab.artifact("high", 0)),
            "0",
            "producer high"),
        row(
            "an artifact that was overwritten",
            lab -> lab.write(lab.artifact("high", 0), "nonsense"),
            "0",
            "producer high"),
        row(
            "the helper, so that results differ",
            lab -> lab.edit("Helper", code -> code.replace("2 * x", "3 * x")),
            ALL),
        row(
            "the helper, so that the bytes written are equal",
            lab -> lab.edit("Helper", code -> code.replace("2 * x", "x + x")),
            PRODUCER),
        row(
            "a comment and the lines of the helper",
            lab -> lab.edit("Helper", code -> "// why\n\n" + code.replace("{ ", "{\n /* */ ")),
            ""),
        row(
            "the writer",
            lab -> lab.edit("Writing", code -> code.replace("\"\" + x", "x + \" \"")),
            ALL),
        row(
            "the loader",
            lab -> lab.edit("Loading", code -> code.replace("text.trim()", "text.strip()")),
            "consumer baseline, consumer high, consumer loud"),
        row(
            "the class that puts the graph together and makes no node",
            lab -> lab.edit("Study", code -> code.replace("private ", "")),
            ""),
        row("a file that a value names", lab -> lab.write(lab.file(), "2"), ALL),
        row("the time of a file", lab -> touch(lab.file()), ""),
        row("a run with less in between", lab -> lab.with(o -> o.replicates(1)).run(), "", true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeRunsExactlyWhatItConcerns(
      String name, Consumer<RerunLab> change, Set<String> expected, boolean wholeAgain) {
    RerunLab lab = new RerunLab(temp);
    lab.run();
    change.accept(lab);
    if (wholeAgain) {
      lab.with(options -> RunOptions.builder().dataDirectory(lab.data()));
    }

    assertThat(lab.resume()).isEqualTo(expected);
    assertThat(lab.resume()).as("once more").isEmpty();
  }

  @Test
  void aFailedTaskIsRepaired() throws IOException {
    RerunLab lab = new RerunLab(temp);
    Path fails = Files.createFile(temp.resolve("fails"));
    System.setProperty("fails", fails.toString());
    try {
      lab.run();
    } finally {
      System.clearProperty("fails");
    }

    assertThat(lab.plan().toString()).contains("it failed in v0, step 'consume'");
    assertThat(lab.resume()).containsExactly("consumer high:1");
  }

  @Test
  void anEditThatIsTakenBackRunsNothing() {
    RerunLab lab = new RerunLab(temp);
    lab.run();
    String before = lab.results();
    lab.edit("Helper", code -> code.replace("2 * x", "3 * x")).resume();
    assertThat(lab.results()).isNotEqualTo(before);
    lab.edit("Helper", code -> code.replace("3 * x", "2 * x"));

    assertThat(lab.resume()).isEmpty();
    assertThat(lab.results()).isEqualTo(before);
  }

  @Test
  void anAcceptedChangeOfCodeRunsNothing() {
    RerunLab lab = new RerunLab(temp);
    lab.run();
    lab.edit("Helper", code -> code.replace("2 * x", "3 * x"));
    lab.with(options -> options.accept(Set.of(Change.CODE)));

    assertThat(lab.resume()).isEmpty();
    lab.give("volume", 3);
    assertThat(lab.resume()).containsExactly("consumer loud:0", "consumer loud:1");
  }

  @Test
  void thePlanTellsInWordsWhatHasChanged() {
    RerunLab lab = new RerunLab(temp);
    lab.run();
    lab.give("treatments", RerunLab.values("high", Map.of("rate", 0.4)));
    lab.give("volume", 3);

    Plan plan = lab.plan();

    assertThat(plan.toString())
        .contains("treatment high: rate 0.3 -> 0.4")
        .contains("treatment loud: volume 2 -> 3")
        .contains("REUSE(v0)")
        .contains("producer runs");
    assertThat(plan.runCount()).isEqualTo(4);
    assertThat(plan.pendingCount()).isEqualTo(2);
    assertThat(plan.reuseCount()).isEqualTo(4);
    assertThat(plan.toJson()).endsWith("\"counts\":{\"run\":4,\"reuse\":4,\"pending\":2}}");
    assertThat(plan.explanation()).contains("producer  RUN  high:0-1\n    treatment high: rate");
  }

  @Test
  void thePlanNamesTheHelperAndTheArtifact() {
    RerunLab lab = new RerunLab(temp);
    lab.run();
    delete(lab.artifact("baseline", 1));
    assertThat(lab.plan().toString()).contains("artifact number.txt missing");

    lab.edit("Helper", code -> code.replace("2 * x", "3 * x"));
    assertThat(lab.plan().toString()).contains("Helper.scale changed");
  }

  @Test
  void whereNoBytecodeCanBeReadNothingIsReusedAndTheRunSaysSo() {
    RerunLab lab = new RerunLab(temp).hideBytecode();
    lab.run();

    assertThat(lab.resume()).hasSize(10);
    assertThat(lab.summary())
        .contains("resume is off for 'producer': no bytecode could be read of Producer")
        .contains("resume is off for 'consumer': no bytecode could be read of Consumer, Loading");
    assertThat(lab.plan().toString()).contains("resume is off for 'producer'");
  }

  @Test
  void classFilesOfAFutureFormatCountWholeAndTheRunWarns() {
    RerunLab lab = new RerunLab(temp).showNewerBytecode();
    lab.run();

    assertThat(lab.warnings())
        .contains(
            "class files of 'producer' are newer than this crystallize-runtime can look into, so any"
                + " change of them runs its tasks again: Helper, Producer, Writing");
    assertThat(lab.resume()).isEmpty();
    lab.edit("Helper", code -> code.replace("2 * x", "x + x"));
    assertThat(lab.resume()).hasSize(4);
    assertThat(lab.plan().toString()).contains("REUSE");
  }

  @Test
  void planningLeavesNoTrace() throws IOException {
    RerunLab lab = new RerunLab(temp);

    lab.plan();

    assertThat(lab.data()).doesNotExist();
  }

  private static Arguments row(String name, Consumer<RerunLab> change, String conditions) {
    return row(name, change, conditions, false);
  }

  private static Arguments row(
      String name, Consumer<RerunLab> change, String conditions, boolean wholeAgain) {
    return arguments(name, change, tasks(conditions, 0, 1), wholeAgain);
  }

  private static Arguments row(
      String name, Consumer<RerunLab> change, String replicate, String conditions) {
    int only = Integer.parseInt(replicate);
    return arguments(name, change, tasks(conditions, only, only), false);
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

  private static Map<String, Object> baseline(RerunLab lab, double rate) {
    return RerunLab.values("rate", rate, "file", lab.file().toString());
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

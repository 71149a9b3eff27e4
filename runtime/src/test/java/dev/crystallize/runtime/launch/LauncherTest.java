package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {

  @TempDir private Path data;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aRunPrintsItsTableAndEndsWithZero() {
    assertThat(run(study(), "--replicates", "3")).isZero();

    assertThat(text(out))
        .contains("study\n  accuracy  baseline  0.000 +/- 0.000  (3)")
        .contains("  accuracy  high_lr   1.000 +/- 0.000  (3)")
        .contains("data: " + data);
    assertThat(text(err)).isEmpty();
  }

  @Test
  void onlyTheSelectedTreatmentsRun() {
    assertThat(run(study(), "--treatment", "baseline")).isZero();

    assertThat(text(out)).doesNotContain("high_lr");
  }

  @Test
  void aFailedTaskEndsWithOne() {
    ExperimentNode node =
        ExperimentNode.builder("broken")
            .metric(
                "m",
                context -> {
                  throw new IllegalStateException("boom");
                })
            .build();

    assertThat(run(node)).isEqualTo(1);

    assertThat(text(out))
        .contains("0 of 1 tasks committed, 1 failed")
        .contains("boom")
        .contains("repair: --resume");
  }

  @Test
  void aDataFolderThatCannotBeWrittenEndsWithOneAndSaysHowToGoOn() throws IOException {
    Files.createFile(data.resolve("study"));

    assertThat(run(study())).isEqualTo(1);

    assertThat(text(err)).contains("error: ").contains("go on: --resume");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--treatmnt x     | there is no option --treatmnt; did you mean --treatment?",
        "--treatment hgh_lr | no treatment 'hgh_lr'; did you mean 'high_lr'?",
        "--replicates 0   | --replicates needs a whole number of at least 1, not '0'",
        "--seed soon      | --seed needs a whole number or 'random', not 'soon'",
        "--verify         | --verify says how to resume: it needs --resume",
        "--resume --accept all | --accept needs code, libraries or jdk, not 'all'",
        "--keep 0         | --keep needs a whole number of at least 1, not '0'",
        "--set a.b=1      | --set a.b: there is no experiment 'a'; known: study",
        "--set study.pu=2 | --set study.pu: 'study' has no parameter 'pu'; known: rate",
        "--set study      | --set: a setting needs a parameter and a value, such as"
            + " consumer.learning_rate=0.3, not 'study'",
        "--seed 1 --seed 2 | --seed is given twice",
        "--debug=high_lr  | --debug needs condition:replicate, such as baseline:0, or"
            + " experiment:condition:replicate, not 'high_lr'",
        "--debug=hgh_lr:0 | no condition 'hgh_lr'; did you mean 'high_lr'?",
        "--debug=high_lr:2 | 'study' has the replicates 0 to 1, not 2",
        "--debug=x:0 --dry-run | --debug runs one task; --dry-run does not go with it",
        "--check --resume | --check runs every task twice; --resume does not go with it",
        "--check --dry-run | --check runs every task twice; --dry-run does not go with it",
        "--debug=x:0 --json | --debug runs one task; --json does not go with it",
        "--scratch        | --scratch makes a folder of its own, so it does not go with --data",
        "--csv x --dry-run | --csv needs the results of a run, but --dry-run runs nothing",
        "--csv x --explain | --csv needs the results of a run, but --explain runs nothing",
        "--debug=x:0 --explain | --debug runs one task; --explain does not go with it",
        "--parallelism    | --parallelism needs N",
        "--experiments no | --experiments needs a folder, but 'no' is none",
        "baseline         | 'baseline' is no option; --help lists them"
      })
  void wrongUsageEndsWithTwoAndSaysWhatIsRight(String line, String message) {
    assertThat(run(study(), line.split(" "))).isEqualTo(2);

    assertThat(text(err)).isEqualTo("error: " + message + "\n");
    assertThat(text(out)).isEmpty();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aStaleNodeEndsWithThree() {
    byte[] yaml = "steps: [ other ]\n".getBytes(StandardCharsets.UTF_8);
    ExperimentNode.Builder node =
        ExperimentNode.builder("study")
            .compiled(1, "study", "0", name -> new ByteArrayInputStream(yaml));
    node.start().through("train", step -> (context, none) -> {});

    assertThat(run(node.build())).isEqualTo(3);

    assertThat(text(err))
        .startsWith("error: [wiring-changed] experiments/study/config.yaml: step 'other' was added")
        .contains("since it was compiled; run mvn compile");
  }

  @Test
  void jsonIsAloneOnTheOutput() {
    assertThat(run(study(), "--json", "--treatment", "baseline")).isZero();

    assertThat(text(out))
        .startsWith("{\"successful\":true,")
        .contains("\"accuracy\":{\"mean\":0.0,\"sd\":0.0,")
        .contains("\"values\":[0.0,0.0]")
        .endsWith("}\n");
    assertThat(text(out).lines()).hasSize(1);
  }

  @Test
  void aDryRunRunsNothing() {
    assertThat(run(study(), "--dry-run")).isZero();

    assertThat(text(out))
        .contains("study  baseline  0-1  RUN")
        .contains("study  high_lr   0-1  RUN")
        .endsWith("4 tasks would run\n");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aDryRunIsToldInJsonToo() {
    assertThat(run(study(), "--dry-run", "--json", "--treatment=baseline")).isZero();

    assertThat(text(out))
        .startsWith(
            "{\"tasks\":[{\"experiment\":\"study\",\"condition\":\"baseline\","
                + "\"replicates\":\"0-1\",\"action\":\"RUN\",")
        .endsWith("\"counts\":{\"run\":2,\"reuse\":0,\"pending\":0}}\n");
  }

  @Test
  void aResumedRunSaysWhatItReused() {
    run(study());
    out.reset();

    assertThat(run(study(), "--resume", "--verify", "--replicates=3")).isZero();

    assertThat(text(out))
        .contains("accuracy  high_lr   1.000 +/- 0.000  (3)")
        .contains("reused: 4 of 6 tasks from earlier runs");
  }

  @Test
  void anExplanationSaysWhatResumingWouldDo() {
    run(study());
    out.reset();

    assertThat(run(study(), "--explain")).isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            study  REUSE(v0)  baseline:0-1, high_lr:0-1
                nothing that it depends on has changed
            0 tasks would run, 4 reused
            """);
    out.reset();
    assertThat(run(study(), "--dry-run", "--resume", "--json")).isZero();
    assertThat(text(out))
        .contains("\"action\":\"REUSE\"")
        .contains("\"version\":\"v0\"")
        .endsWith("\"counts\":{\"run\":0,\"reuse\":4,\"pending\":0}}\n");
  }

  @Test
  void onlyTheNewestVersionsAreKept() {
    run(study());
    run(study(), "--keep", "1");

    assertThat(data.resolve("study").toFile().list()).containsExactly("v1");
  }

  @Test
  void quietPrintsNothing() {
    assertThat(run(study(), "--quiet")).isZero();

    assertThat(text(out)).isEmpty();
    assertThat(text(err)).isEmpty();
  }

  @Test
  void metricsAndGraphAreWrittenBesidesRunning(@TempDir Path folder) {
    Path csv = folder.resolve("all.csv");
    Path dot = folder.resolve("graph.dot");

    assertThat(run(study(), "--csv", csv.toString(), "--dot", dot.toString())).isZero();

    assertThat(csv)
        .hasContent(
            """
            experiment,condition,replicate,metric,value
            study,baseline,0,accuracy,0.0
            study,baseline,1,accuracy,0.0
            study,high_lr,0,accuracy,1.0
            study,high_lr,1,accuracy,1.0
            """);
    assertThat(dot).content().contains("study\\n2 replicates, 2 conditions");
    assertThat(text(out)).contains("accuracy");
  }

  @Test
  void aDryRunMayDrawTheGraph(@TempDir Path folder) {
    Path dot = folder.resolve("graph.dot");

    assertThat(run(study(), "--dry-run", "--dot", dot.toString())).isZero();

    assertThat(dot).exists();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedBeforeAnythingRuns(@TempDir Path folder) {
    assertThat(run(study(), "--csv", folder.toString())).isEqualTo(2);
    assertThat(run(study(), "--csv", folder.resolve("absent/all.csv").toString())).isEqualTo(2);

    assertThat(text(err))
        .contains("--csv needs a file, but '")
        .contains("--csv needs a file in a folder that can be written, not '");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void oneTaskRunsAloneAndLeavesTheDataAlone() {
    assertThat(run(study(), "--debug", "high_lr:1")).isZero();

    assertThat(text(out))
        .startsWith("study high_lr:1\n  accuracy  1.0\nscratch folder, kept: ")
        .doesNotContain("data: ");
    assertThat(text(err))
        .startsWith("study high_lr:1 alone, under the seed 0\n")
        .contains("step 'accuracy': rate = 1 (treatment high_lr); draws from L64X128MixRandom(");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aFailureSaysHowToDebugItAndDebuggingShowsWhereItHappened() {
    ExperimentNode node =
        ExperimentNode.builder("broken")
            .metric(
                "m",
                context -> {
                  throw new IllegalStateException("boom");
                })
            .build();

    assertThat(run(node)).isEqualTo(1);
    assertThat(text(out)).contains("\n    debug it: --debug baseline:0\n");

    assertThat(run(node, "--debug", "baseline:0")).isEqualTo(1);
    assertThat(text(err))
        .contains("error: broken baseline:0, step 'm': java.lang.IllegalStateException: boom\n")
        .contains("at " + LauncherTest.class.getName());
  }

  @Test
  void scratchDataLieInAFolderOfTheirOwn() throws IOException {
    int code =
        Launcher.run(
            ExperimentGraph.of(study()),
            new String[] {"--scratch"},
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(code).isZero();
    assertThat(text(err)).startsWith("scratch folder, kept: ");
    Path folder = Path.of(text(err).strip().substring("scratch folder, kept: ".length()));
    assertThat(text(out)).contains("data: " + folder);
    assertThat(folder.resolve("study/v0/metrics.csv")).exists();
    delete(folder);
  }

  @Test
  void aRunThatFailedInAScratchFolderSaysHowToFindItAgain() throws IOException {
    ExperimentNode node =
        ExperimentNode.builder("broken")
            .metric(
                "m",
                context -> {
                  throw new IllegalStateException("boom");
                })
            .build();
    int code =
        Launcher.run(
            ExperimentGraph.of(node),
            new String[] {"--scratch", "--quiet"},
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(1);
    List<String> lines = text(err).lines().toList();
    String kept = lines.get(lines.size() - 2);
    assertThat(kept).startsWith("scratch folder, kept: ");
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("to debug or resume it, give it with --data, and no --scratch");
    delete(Path.of(kept.substring("scratch folder, kept: ".length())));
  }

  @Test
  void aScratchFolderHasNothingToResume() {
    for (String option : List.of("--resume", "--explain")) {
      int code =
          Launcher.run(
              ExperimentGraph.of(study()),
              new String[] {"--scratch", option},
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8));

      assertThat(code).isEqualTo(2);
    }
    assertThat(text(err)).contains("empty folder, in which there is nothing to resume");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void helpListsTheOptions() {
    assertThat(run(study(), "--help")).isZero();

    assertThat(text(out)).contains("--treatment a,b").contains("--dry-run");
  }

  @Test
  void anInterruptedRunEndsWith130() {
    Thread.currentThread().interrupt();

    int code = run(study());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(code).isEqualTo(130);
    assertThat(text(out)).contains("interrupted: ").contains("go on: --resume");
  }

  private static ExperimentNode study() {
    return ExperimentNode.builder("study")
        .replicates(2)
        .baseline(Map.of("rate", 0))
        .treatment("high_lr", Map.of("rate", 1))
        .metric("accuracy", context -> context.doubleValue("rate"))
        .build();
  }

  private int run(ExperimentNode node, String... args) {
    List<String> line = new ArrayList<>(List.of(args));
    line.add(0, "--data=" + data);
    return Launcher.run(
        ExperimentGraph.of(node),
        line.toArray(String[]::new),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}

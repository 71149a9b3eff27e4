package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that several runs have filled in, some treatments each. */
class NarrowedRunsTest {

  @TempDir private Path temp;

  @Test
  void itsFilesAreThoseOfOneRun() throws IOException {
    graph().run(into("whole").build());
    graph().run(into("parts").treatments("d", "b").build());
    graph().run(into("parts").treatments("c").resume(true).build());
    graph().run(into("parts").treatments("a").resume(true).build());

    assertThat(files("parts")).isEqualTo(files("whole"));
    assertThat(files("whole")).containsKeys("study/v0/metrics.csv", "study/v0/hypotheses.json");
  }

  @Test
  void itsTestsAreOneFamily() {
    graph().run(into("parts").treatments("d", "b").build());
    graph().run(into("parts").treatments("a", "c").resume(true).build());

    Result read = DataFolder.open(temp.resolve("parts")).load("study");

    assertThat(read.conditions()).containsExactly("baseline", "a", "b", "c", "d");
    assertThat(read.hypotheses().get(0).rows())
        .extracting(HypothesisResult.Row::treatment)
        .containsExactly("a", "b", "c", "d");
    assertThat(read.hypotheses().get(0).rows())
        .allSatisfy(row -> assertThat(row.pAdjusted()).isEqualTo(0.04));
  }

  @Test
  void aRunTestsWhatItRan() {
    graph().run(into("parts").treatments("d", "b").build());
    GraphResult last = graph().run(into("parts").treatments("a").resume(true).build());

    assertThat(last.get("study").hypotheses().get(0).rows())
        .extracting(HypothesisResult.Row::treatment)
        .containsExactly("a");
  }

  private static ExperimentGraph graph() {
    ExperimentNode.Builder node = ExperimentNode.builder("study").replicates(3);
    node.baseline(Map.of("x", 0));
    for (String treatment : new String[] {"a", "b", "c", "d"}) {
      node.treatment(treatment, Map.of("x", (int) treatment.charAt(0)));
    }
    node.metric("value", context -> context.doubleValue("x") + context.random().nextDouble());
    node.hypothesis(
        "differs",
        "differs",
        List.of(),
        spec -> (context, baseline, treated) -> Map.of("p_value", 0.01));
    return ExperimentGraph.of(node.build());
  }

  private RunOptions.Builder into(String folder) {
    return RunOptions.builder().dataDirectory(temp.resolve(folder)).parallelism(2);
  }

  /** Every file but journals and what tells of runs. */
  private Map<String, String> files(String folder) throws IOException {
    Path root = temp.resolve(folder);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.startsWith(".crystallize")
            && !name.endsWith("_journal.jsonl")
            && !name.endsWith("_provenance.json")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }
}

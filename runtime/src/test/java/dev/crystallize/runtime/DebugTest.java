package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.plan.TaskSeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugTest {

  @TempDir private Path data;

  @Test
  void aTaskDrawsTheNumbersThatItDrewInTheRun() throws IOException {
    ExperimentGraph graph = ExperimentGraph.of(noisy().build());
    RunOptions options = SummaryChain.into(data).seed(11).build();
    GraphResult results = graph.run(options);

    DebuggedTask debugged = graph.debug("noisy", "shifted", 2, options);

    assertThat(debugged.metrics())
        .containsOnly(
            Map.entry("value", results.get("noisy").metric("value").in("shifted").values()[2]));
    Files.delete(debugged.folder());
  }

  @Test
  void whatItReadsIsReadFromDisk() throws IOException {
    ExperimentGraph graph = ExperimentGraph.of(new SummaryChain().consumer().build());
    RunOptions options = SummaryChain.into(data).build();
    graph.run(options);

    DebuggedTask debugged = graph.debug("consumer", "high_lr", 2, options);

    assertThat(debugged.metrics()).containsExactly(Map.entry("total", 60.0));
    assertThat(data.resolve("consumer/v1")).doesNotExist();
    Files.delete(debugged.folder());
  }

  @Test
  void whatItWritesLiesInTheScratchFolder() throws IOException {
    ExperimentGraph graph = ExperimentGraph.of(new SummaryChain().producer());

    DebuggedTask debugged = graph.debug("producer", "baseline", 0, SummaryChain.into(data).build());

    Path written = debugged.folder().resolve("summary.json");
    assertThat(written).content().contains("\"total\":6.0");
    assertThat(data).isEmptyDirectory();
    Files.delete(written);
    Files.delete(debugged.folder());
  }

  @Test
  void withoutWhatItReadsItSaysWhatToRun() {
    ExperimentGraph graph = ExperimentGraph.of(new SummaryChain().consumer().build());

    assertThatThrownBy(() -> graph.debug("consumer", "high_lr", 2, SummaryChain.into(data).build()))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("holds 'summary' of producer high_lr:2")
        .hasMessageContaining("run 'producer' first");
  }

  @Test
  void itRunsInTheCallingThreadAndItsFailureIsTheCause() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    IllegalStateException boom = new IllegalStateException("boom");
    ExperimentNode node =
        ExperimentNode.builder("broken")
            .metric(
                "m",
                context -> {
                  thread.set(Thread.currentThread());
                  throw boom;
                })
            .build();

    assertThatThrownBy(() -> ExperimentGraph.of(node).debug("broken", "baseline", 0))
        .isInstanceOf(TaskFailedException.class)
        .hasMessage("broken baseline:0, step 'm': java.lang.IllegalStateException: boom")
        .hasCause(boom);
    assertThat(thread).hasValue(Thread.currentThread());
  }

  @Test
  void itTellsWhatItReadsWhichValuesAndSeedsAreInEffectAndWhatItWrites() throws IOException {
    SummaryChain chain = new SummaryChain();
    ExperimentGraph graph = ExperimentGraph.of(chain.consumer().build());
    graph.run(SummaryChain.into(data).build());
    List<String> told = new ArrayList<>();
    RunListener noting =
        new RunListener() {
          @Override
          public void detail(String text) {
            told.add(text);
          }
        };
    RunOptions options = SummaryChain.into(data).listener(noting).build();

    Path scratch = graph.debug("producer", "high_lr", 0, options).folder();
    assertThat(told)
        .startsWith(
            "producer high_lr:0 alone, under the seed 0",
            "datasource 'numbers': no parameters; draws from L64X128MixRandom("
                + TaskSeeds.derive("producer", "datasource:numbers", 0, 0, 0)
                + "), Context.seed() is "
                + TaskSeeds.derive("producer", "seed:datasource:numbers", 0, 0, 0),
            "step 'produce_summary': factor = 10.0 (treatment high_lr); draws from"
                + " L64X128MixRandom(-7516220547230550208), Context.seed() is 3333898864661149029",
            "runs 'numbers'",
            "runs 'produce_summary'")
        .anyMatch(line -> line.matches("wrote 'summary': \\d+ bytes: .*" + "summary.json"));
    told.clear();
    Files.delete(scratch.resolve("summary.json"));
    Files.delete(scratch);

    Files.delete(graph.debug("consumer", "baseline", 2, options).folder());
    assertThat(told)
        .anyMatch(line -> line.startsWith("reads 'producer_summary': producer#summary, "))
        .anyMatch(line -> line.endsWith("v0/replicate_2/baseline/Produce_SummaryStep/summary.json"))
        .last()
        .asString()
        .startsWith("consumer baseline:2 took ");
  }

  @Test
  void anUnknownExperimentOrReplicateIsRefused() {
    ExperimentGraph graph = ExperimentGraph.of(noisy().build());

    assertThatThrownBy(() -> graph.debug("nosy", "baseline", 0))
        .hasMessage("there is no experiment 'nosy'; did you mean 'noisy'?");
    assertThatThrownBy(() -> graph.debug("noisy", "baseline", 3))
        .hasMessage("'noisy' has the replicates 0 to 2, not 3");
    assertThatThrownBy(() -> graph.debug("noisy", "shiftd", 0))
        .isInstanceOf(UnknownTreatmentException.class)
        .hasMessage("no condition 'shiftd'; did you mean 'shifted'?");
  }

  private static ExperimentNode.Builder noisy() {
    return ExperimentNode.builder("noisy")
        .replicates(3)
        .baseline(Map.of("shift", 0))
        .treatment("shifted", Map.of("shift", 5))
        .metric("value", context -> context.random().nextDouble() + context.doubleValue("shift"));
  }
}

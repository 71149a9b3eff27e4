package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphRunTest {

  @TempDir private Path data;

  @Test
  void aTreatmentFlowsByNameThroughAConsumerThatDoesNotDefineIt() {
    SummaryChain chain = new SummaryChain();

    GraphResult results =
        ExperimentGraph.of(chain.consumer().build()).run(SummaryChain.into(data).build());

    MetricResult total = results.get("consumer").metric("total");
    assertThat(total.in("baseline").values()).containsExactly(6.0, 6.0, 6.0);
    assertThat(total.in("high_lr").values()).containsExactly(60.0, 60.0, 60.0);
    assertThat(results.keySet()).containsExactly("producer", "consumer");
    assertThat(results.successful()).isTrue();
  }

  @Test
  void filesLieWhereTheLayoutSays() throws IOException {
    SummaryChain chain = new SummaryChain();

    ExperimentGraph.of(chain.consumer().build()).run(SummaryChain.into(data).build());

    Path producer = data.resolve("producer/v0");
    assertThat(producer.resolve("replicate_2/high_lr/Produce_SummaryStep/summary.json"))
        .hasContent("{\"total\":60.0,\"numbers\":[1.0,2.0,3.0]}");
    assertThat(producer.resolve("baseline/.crystallize_complete")).exists();
    assertThat(Files.readString(producer.resolve("_manifest.json")))
        .contains("\"summary.json\": \"Produce_SummaryStep\"");
    assertThat(Files.readString(data.resolve("consumer/v0/baseline/results.json")))
        .contains("\"total\": [6.0, 6.0, 6.0]");
  }

  @Test
  void oneThreadAndEightWriteTheSameBytes(@TempDir Path other) throws IOException {
    run(randomWalk(), RunOptions.builder().dataDirectory(data).parallelism(1).build());
    run(randomWalk(), RunOptions.builder().dataDirectory(other).parallelism(8).build());

    assertThat(artifactsAndResults(data)).hasSizeGreaterThan(50);
    assertThat(artifactsAndResults(other)).isEqualTo(artifactsAndResults(data));
  }

  @Test
  void conditionsOfAReplicateShareTheirRandomNumbers() {
    GraphResult results = run(randomWalk(), RunOptions.builder().dataDirectory(data).build());

    MetricResult first = results.get("walk").metric("first");
    assertThat(first.in("shifted").values()).isEqualTo(first.in("baseline").values());
    assertThat(first.in("baseline").values()).doesNotHaveDuplicates();
  }

  @Test
  void aTreatmentWinsOverTheBaselineAndAStepsOwnMapOverBoth() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("values")
            .baseline(Map.of("a", 1, "b", 1, "c", 1))
            .treatment("changed", Map.of("b", 2, "c", 2));
    node.start()
        .through(
            "show",
            step -> {
              step.fix("c", 3);
              List<Slot<Integer>> slots =
                  Stream.of("a", "b", "c", "d").map(key -> step.param(key, Codec.INT, 4)).toList();
              return (context, none) ->
                  slots.forEach(slot -> context.metrics().record(slot.name(), context.get(slot)));
            });

    Result result = run(node.build(), SummaryChain.into(data).build()).get("values");

    assertThat(result.metrics()).containsExactly("a", "b", "c", "d");
    assertThat(List.of("a", "b", "c", "d"))
        .extracting(key -> result.metric(key).in("changed").mean())
        .containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(result.metric("b").in("baseline").mean()).isEqualTo(1.0);
  }

  @Test
  void anUntypedNodeReadsParametersThroughItsContext() {
    Result result =
        run(
                ExperimentNode.builder("on_ramp")
                    .replicates(20)
                    .baseline(Map.of("shift", 0))
                    .treatment("shifted", Map.of("shift", 0.5))
                    .metric("mean", context -> context.doubleValue("shift"))
                    .build(),
                SummaryChain.into(data).build())
            .get("on_ramp");

    assertThat(result.metric("mean").in("shifted").mean()).isEqualTo(0.5);
    assertThat(result.metric("mean").in("baseline").n()).isEqualTo(20);
  }

  @Test
  void theOrderOfKeysIsNoPartOfAConfiguration() throws IOException {
    Map<String, Object> ab = new LinkedHashMap<>();
    ab.put("a", 1);
    ab.put("b", Map.of("c", 2));
    Map<String, Object> ba = new LinkedHashMap<>();
    ba.put("b", Map.of("c", 2));
    ba.put("a", 1);
    for (Map<String, Object> values : List.of(ab, ba)) {
      ExperimentGraph.of(
              ExperimentNode.builder("keys").baseline(values).metric("m", context -> 1).build())
          .run(SummaryChain.into(data).build());
    }

    assertThat(data.resolve("keys/v1/metadata.json"))
        .hasSameTextualContentAs(data.resolve("keys/v0/metadata.json"));
  }

  @Test
  void aFailedTaskIsToldAndKeepsOthersFromNothing() {
    ExperimentNode node = failingAt(1).build();

    assertThatThrownBy(() -> run(node, SummaryChain.into(data).build()))
        .isInstanceOfSatisfying(
            RunFailedException.class,
            failed -> {
              Result result = failed.results().get("fragile");
              assertThat(result.metric("value").in("baseline").byReplicate())
                  .containsOnlyKeys(0, 2);
              assertThat(result.complete("baseline")).isFalse();
              assertThat(result.failures())
                  .singleElement()
                  .satisfies(
                      failure -> {
                        assertThat(failure.task()).isEqualTo(new TaskId("fragile", "baseline", 1));
                        assertThat(failure.step()).contains("value");
                        assertThat(failure.message()).endsWith("IllegalStateException: boom");
                      });
            })
        .hasMessageContaining("2 of 3 tasks committed, 1 failed, 0 skipped")
        .hasMessageContaining("fragile baseline:1, step 'value'");
  }

  @Test
  void aRunMayReturnItsFailures() {
    GraphResult results =
        run(failingAt(0).build(), SummaryChain.into(data).onFailure(OnFailure.RETURN).build());

    assertThat(results.successful()).isFalse();
    assertThat(results.failures()).hasSize(1);
  }

  @Test
  void anArtifactIsLoadedByItsTypedReference() {
    SummaryChain chain = new SummaryChain();

    GraphResult results = run(chain.consumer().build(), SummaryChain.into(data).build());

    assertThat(results.get("producer").load(chain.summary(), "high_lr", 1).total()).isEqualTo(60.0);
  }

  @Test
  void aFileIsReadByStepAndNameInTheManualWay() {
    SummaryChain chain = new SummaryChain();
    ExperimentNode.Builder node = ExperimentNode.builder("reader");
    Slot<Path> file =
        node.input("file", chain.producer().artifactInput("Produce_SummaryStep", "summary.json"));
    node.start()
        .through(
            "measure",
            step ->
                (context, none) ->
                    context.metrics().record("size", Files.readString(context.get(file)).length()));

    Result result = run(node.build(), SummaryChain.into(data).build()).get("reader");

    assertThat(result.metric("size").in("baseline").mean()).isEqualTo(37.0);
  }

  @Test
  void anUnknownTreatmentIsRefusedBeforeAnythingRuns() {
    SummaryChain chain = new SummaryChain();

    assertThatThrownBy(
            () ->
                run(
                    chain.consumer().build(),
                    SummaryChain.into(data).treatments("high_rl").build()))
        .isInstanceOf(UnknownTreatmentException.class)
        .hasMessage("no treatment 'high_rl'; did you mean 'high_lr'?");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void unknownNamesOfResultsAreErrorsWithASuggestion() {
    GraphResult results =
        run(new SummaryChain().consumer().build(), SummaryChain.into(data).build());

    assertThatThrownBy(() -> results.get("consumr")).hasMessageContaining("'consumer'");
    assertThatThrownBy(() -> results.get("consumer").metric("totl"))
        .hasMessage("'consumer' has no metric 'totl'; did you mean 'total'?");
    assertThatThrownBy(() -> results.get("consumer").metric("total").in("hihg_lr"))
        .hasMessageContaining("did you mean 'high_lr'?");
  }

  @Test
  void theTableHasARowPerMetricAndConditionAndTheFolderOfTheData() {
    GraphResult results =
        run(new SummaryChain().consumer().build(), SummaryChain.into(data).build());

    assertThat(results.toString())
        .contains("  total  baseline   6.000 +/- 0.000  (3)")
        .contains("  total  high_lr   60.000 +/- 0.000  (3)")
        .endsWith("data: " + data.toAbsolutePath());
  }

  @Test
  void aContextRefusesChangesAfterItsStepHasEnded() {
    Context[] kept = new Context[1];
    ExperimentNode.Builder node = ExperimentNode.builder("late");
    node.start()
        .through("keep", step -> (context, none) -> kept[0] = context)
        .through("next", step -> (context, none) -> kept[0].metrics().record("late", 1));

    assertThatThrownBy(() -> run(node.build(), SummaryChain.into(data).build()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("which has ended");
  }

  @Test
  void anOutputThatIsNotWrittenFailsTheTask() {
    ArtifactRef<String> text = reference("text");
    ExperimentNode.Builder node = ExperimentNode.builder("forgetful");
    node.start()
        .through(
            "write",
            step -> {
              step.output(text, "text.txt", ArtifactWriter.<String>text(value -> value));
              return (context, none) -> {};
            });

    assertThatThrownBy(() -> run(node.build(), SummaryChain.into(data).build()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("text");
  }

  @Test
  void anInputThatNoStepWritesIsAMissingArtifact() {
    SummaryChain chain = new SummaryChain();
    ExperimentNode.Builder node = ExperimentNode.builder("reader");
    node.input(
        "summary",
        Input.of(chain::producer, "sumary", ArtifactLoader.json(SummaryChain.SUMMARY_CODEC)));
    node.startWithInputs().through("read", step -> (context, inputs) -> inputs.clear());

    assertThatThrownBy(() -> run(node.build(), SummaryChain.into(data).build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[missing-artifact] 'producer' has no output 'sumary'; did you mean 'summary'?");
  }

  @Test
  void aDeclaredFileThatIsGoneIsToldBeforeAnythingRuns() {
    ExperimentNode.Builder node = ExperimentNode.builder("study");
    node.startWith(
            node.dataSource(
                "numbers",
                "numbers",
                spec -> {
                  spec.reads("gone.csv");
                  return context -> 1;
                }))
        .through("use", step -> (context, value) -> {});

    assertThatThrownBy(() -> run(node.build(), RunOptions.builder().dataDirectory(data).build()))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "cannot read what 'study' declares to read: there is no file or folder 'gone.csv'"
                + " (looked for %s)",
            Path.of("gone.csv").toAbsolutePath());
    assertThat(data.resolve("study")).doesNotExist();
  }

  @Test
  void aParameterWithoutAValueIsRefused() {
    ExperimentNode.Builder node = ExperimentNode.builder("incomplete");
    node.start()
        .through(
            "train",
            step -> {
              Slot<Double> rate = step.param("learning_rate", Codec.DOUBLE);
              return (context, none) -> context.metrics().record("rate", context.get(rate));
            });

    assertThatThrownBy(() -> run(node.build(), SummaryChain.into(data).build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[missing-param] nothing gives the parameter 'learning_rate' of step 'train' a value");
  }

  private static ArtifactRef<String> reference(String alias) {
    return ArtifactRef.of(
        () -> ExperimentNode.builder("nobody").build(), alias, ArtifactLoader.text(text -> text));
  }

  private static ExperimentNode.Builder failingAt(int replicate) {
    return ExperimentNode.builder("fragile")
        .replicates(3)
        .metric(
            "value",
            context -> {
              if (context.replicate() == replicate) {
                throw new IllegalStateException("boom");
              }
              return context.replicate();
            });
  }

  /** Twenty replicates of a walk in two conditions, and who reads the paths. */
  private static ExperimentNode randomWalk() {
    ExperimentNode[] walk = new ExperimentNode[1];
    ArtifactRef<double[]> path =
        ArtifactRef.of(() -> walk[0], "path", ArtifactLoader.json(Codec.DOUBLE_ARRAY));
    ExperimentNode.Builder node =
        ExperimentNode.builder("walk")
            .replicates(20)
            .baseline(Map.of("shift", 0))
            .treatment("shifted", Map.of("shift", 1));
    node.start()
        .through(
            "walk",
            step -> {
              Slot<Double> shift = step.param("shift", Codec.DOUBLE);
              OutputSlot<double[]> out =
                  step.output(path, "path.json", ArtifactWriter.json(Codec.DOUBLE_ARRAY));
              return (context, none) -> {
                double[] steps = context.random().doubles(50).toArray();
                context.metrics().record("first", steps[0]);
                steps[0] += context.get(shift);
                context.output(out).write(steps);
              };
            });
    walk[0] = node.build();
    ExperimentNode.Builder reader = ExperimentNode.builder("reader");
    Slot<double[]> input = reader.input("path", path.input());
    reader
        .start()
        .through(
            "last",
            step -> (context, none) -> context.metrics().record("last", context.get(input)[49]));
    return reader.build();
  }

  private static GraphResult run(ExperimentNode node, RunOptions options) {
    return ExperimentGraph.of(node).run(options);
  }

  /** The content of all files whose bytes are promised, by path. */
  private static Map<String, String> artifactsAndResults(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.contains("_journal")
            && !name.contains(".crystallize/")
            && !name.endsWith("_provenance.json")) {
          contents.put(name, Files.readString(file));
        }
      }
    }
    return contents;
  }
}

package dev.crystallize.examples.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.ConfigurationException;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentInput;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.Input;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByHandTest {

  /** What differs from run to run: who ran, when and how long, and where the code lies. */
  private static final Pattern OF_THE_RUN =
      Pattern.compile(
          "\"run\":\"[^\"]*\"|\"us\":\\{[^}]*}|\"fingerprint\":\"[^\"]*\"|\"uses\":\\[[^]]*]"
              + "|(?<=[0-9a-f]{64}\",)[0-9]+|\"crc\":\"[^\"]*\"|[0-9a-f]{8}$");

  private static final Pattern BLOCK =
      Pattern.compile("^```java\\n((?s:.*?))^```$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void thePageShowsThisCode() throws IOException {
    String code =
        text(Path.of("src/main/java/dev/crystallize/examples/chain/ByHand.java"))
            + text(Path.of("src/main/java/dev/crystallize/examples/chain/Producer.java"))
            + text(Path.of("src/main/java/dev/crystallize/examples/chain/Consumer.java"))
            + text(Path.of("src/test/java/dev/crystallize/examples/chain/ByHandTest.java"));
    List<String> blocks =
        BLOCK
            .matcher(text(Path.of("../docs/manual-way.md")))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(blocks).hasSizeGreaterThan(4);
    assertThat(blocks).allSatisfy(block -> assertThat(unbroken(code)).contains(unbroken(block)));
  }

  /** The formatter may break lines otherwise in other surroundings. */
  private static String unbroken(String code) {
    return code.replaceAll("\\s+", "");
  }

  @Test
  void theManualAndTheGeneratedWayWriteTheSameData() throws IOException {
    ConsumerGraph.run(options("generated"));
    ByHand.graph().run(options("by-hand"));

    Map<String, String> byHand = data("by-hand");

    assertThat(byHand)
        .containsKeys(
            "producer/v0/replicate_2/baseline/Produce_SummaryStep/summary.json",
            "producer/v0/_manifest.json",
            "consumer/v0/metadata.json",
            "consumer/v0/metrics.csv",
            "consumer/v0/baseline/results.json",
            "consumer/v0/_journal.jsonl");
    assertThat(byHand).isEqualTo(data("generated"));
  }

  @Test
  void aFileIsReadByStepAndName() throws IOException {
    ExperimentNode producer = ByHand.producer();
    ExperimentNode.Builder node = ExperimentNode.builder("sizes");
    Slot<Path> file =
        node.input("file", producer.artifactInput("Produce_SummaryStep", "summary.json"));
    node.metric("bytes", context -> Files.size(context.get(file)));
    ExperimentNode sizes = node.build();

    GraphResult results = ExperimentGraph.of(sizes).run(options("sizes"));

    assertThat(results.get("sizes").metric("bytes").in("baseline").n()).isEqualTo(3);
  }

  @Test
  void anotherProducerIsPutInPlaceOfTheOneThatWasCompiled() {
    ExperimentNode more = ByHand.producer("more_points", 400_000);
    Input<Summary> summary =
        Input.of(() -> more, "summary", ArtifactLoader.file(Producer::loadJson));
    ExperimentNode consumer =
        ConsumerGraph.node().withInput(ExperimentInput.of(Map.of("producer_summary", summary)));

    GraphResult results = ExperimentGraph.of(consumer).run(options("more"));

    assertThat(results).containsOnlyKeys("more_points", "consumer");
    assertThat(results.get("consumer").metric("standard_error").in("baseline").mean())
        .isLessThan(0.003);
  }

  @Test
  void anInputThatCompiledStepsDoNotReadIsAnError() {
    ExperimentInput misspelt =
        ExperimentInput.of(Map.of("producer_sumary", ByHand.SUMMARY.input()));

    assertThatThrownBy(() -> ConsumerGraph.node().withInput(misspelt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'consumer' has no input 'producer_sumary'; did you mean 'producer_summary'?");
  }

  @Test
  void anInputThatNoLambdaIsGivenIsAnError() {
    ExperimentNode.Builder node = ExperimentNode.builder("sizes");
    node.input("file", ByHand.producer().artifactInput("produce_summary", "summary.json"));
    node.metric("bytes", context -> 1);
    ExperimentInput misspelt = ExperimentInput.of(Map.of("fiel", ByHand.SUMMARY.input()));

    assertThatThrownBy(() -> node.build().withInput(misspelt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'sizes' has no input 'fiel'; did you mean 'file'?");
  }

  @Test
  void aGraphMayHaveSeveralExperimentsThatNobodyReads() {
    ExperimentNode.Builder node = ExperimentNode.builder("hits");
    Slot<Summary> summary = node.input("summary", ProducerGraph.SUMMARY.input());
    node.metric("hits", context -> context.get(summary).hits());
    ExperimentNode hits = node.build();

    GraphResult results = ExperimentGraph.of(ConsumerGraph.node(), hits).run(options("both"));

    assertThat(results.keySet()).containsExactly("producer", "consumer", "hits");
  }

  @Test
  void countsOfReplicatesThatDoNotAlignAreAnErrorThatNamesBoth() {
    ExperimentNode three = numbers("three", 3);
    ExperimentNode two = numbers("two", 2);
    ExperimentGraph graph = ExperimentGraph.of(reader(three, two));

    assertThatThrownBy(() -> graph.run(RunOptions.builder().dataDirectory(folder).build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'reader' reads 3 replicates of 'three' and 2 of 'two'");
  }

  @Test
  void oneDeclaredReplicateFitsAnyCount() {
    GraphResult results =
        ExperimentGraph.of(reader(numbers("three", 3), numbers("one", 1)))
            .run(RunOptions.builder().dataDirectory(folder.resolve("one")).build());

    assertThat(results.get("reader").metric("length").in("baseline").n()).isEqualTo(3);
  }

  private static ExperimentNode numbers(String name, int replicates) {
    ExperimentNode.Builder node = ExperimentNode.builder(name).replicates(replicates);
    node.start()
        .through(
            "write",
            step -> {
              var out =
                  step.output(
                      ArtifactRef.of(
                          () -> ByHand.producer(), "numbers", ArtifactLoader.text(text -> text)),
                      "numbers.txt",
                      ArtifactWriter.text((String text) -> text));
              return (context, nothing) ->
                  context.output(out).write(name + context.random().nextInt());
            });
    return node.build();
  }

  private static ExperimentNode reader(ExperimentNode first, ExperimentNode second) {
    ExperimentNode.Builder node = ExperimentNode.builder("reader");
    node.startWithInputs()
        .through(
            "measure",
            step ->
                (context, inputs) ->
                    context.metrics().record("length", Files.size((Path) inputs.get("first"))));
    return node.build()
        .withInput(
            ExperimentInput.of(
                Map.of(
                    "first", first.artifactInput("write", "numbers.txt"),
                    "second", second.artifactInput("write", "numbers.txt"))));
  }

  private RunOptions options(String name) {
    return RunOptions.builder().replicates(3).dataDirectory(folder.resolve(name)).build();
  }

  /** All files of a data folder, journals and provenance without what differs from run to run. */
  private Map<String, String> data(String name) throws IOException {
    Path root = folder.resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.startsWith(root.resolve(".crystallize")))
          .filter(path -> !path.endsWith("_provenance.json"))
          .forEach(
              path ->
                  files.put(
                      root.relativize(path).toString(),
                      path.endsWith("_journal.jsonl") ? journal(path) : text(path)));
    }
    return files;
  }

  private static String journal(Path path) {
    return text(path)
        .lines()
        .filter(line -> !line.contains("\"line\":\"define\""))
        .map(line -> OF_THE_RUN.matcher(line).replaceAll(""))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

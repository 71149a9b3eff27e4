package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromYamlTest {

  @TempDir private Path data;
  @TempDir private Path experiments;

  private final CompiledChain chain = new CompiledChain();

  @BeforeEach
  void writeConfigurations() throws IOException {
    CompiledChain.write(experiments, "producer", CompiledChain.PRODUCER);
    CompiledChain.write(experiments, "consumer", CompiledChain.CONSUMER);
  }

  @Test
  void aConfigurationBringsAllItReadsFrom() {
    GraphResult results = run(experiments.resolve("consumer/config.yaml"));

    assertThat(results.keySet()).containsExactly("producer", "consumer");
    assertThat(results.get("consumer").metric("total").in("high_lr").mean()).isEqualTo(60.0);
  }

  @Test
  void aFolderOfExperimentsBringsThemAll() {
    assertThat(graph(experiments).experiments()).contains("producer", "consumer");
    assertThat(graph(experiments.resolve("producer")).experiments()).containsExactly("producer");
  }

  @Test
  void aStepMayBeRemovedAndRepeatedWithoutCompiling() throws IOException {
    CompiledChain.write(
        experiments,
        "producer",
        CompiledChain.PRODUCER.replace("[ scale,", "[ scale, { scale: { factor: 3 } },"));

    GraphResult repeated = run(experiments.resolve("consumer"));

    assertThat(repeated.get("consumer").metric("total").in("high_lr").mean()).isEqualTo(180.0);
    assertThat(repeated.get("consumer").metric("total").in("baseline").mean()).isEqualTo(18.0);
  }

  @Test
  void twoExperimentsMayNotHaveOneNameWhateverItsCase() throws IOException {
    CompiledChain.write(experiments, "producer", "name: Consumer\n" + CompiledChain.PRODUCER);

    assertThatThrownBy(() -> graph(experiments.resolve("consumer")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "[duplicate-experiment] two experiments are named 'Consumer':"
                + " experiments/consumer/config.yaml and experiments/producer/config.yaml"
                + " (experiments/producer/config.yaml:1:7)");
  }

  @Test
  void anOutputMayHaveAnotherFile() throws IOException {
    CompiledChain.write(
        experiments, "producer", CompiledChain.PRODUCER.replace("summary.json", "total.json"));

    run(experiments.resolve("consumer"));

    assertThat(data.resolve("producer/v0/replicate_0/baseline/Produce_SummaryStep/total.json"))
        .hasContent("6.0");
  }

  @Test
  void anOutputIsOfTheKindThatItsCompiledWriterWrites() throws IOException {
    CompiledChain.write(
        experiments,
        "producer",
        CompiledChain.PRODUCER.replace("summary.json", "{ kind: directory }"));

    assertThatThrownBy(() -> graph(experiments.resolve("consumer")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[writer-signature] the output 'summary' is a directory, but its compiled writer writes"
                + " one file")
        .hasMessageContaining("run mvn compile");
  }

  @Test
  void aStepWithoutCodeIsAnErrorThatSaysToCompile() throws IOException {
    CompiledChain.write(
        experiments, "producer", CompiledChain.PRODUCER.replace("[ scale", "[ scael"));

    assertThatThrownBy(() -> graph(experiments.resolve("consumer")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("[unknown-step] no step 'scael' in the compiled code of 'producer'")
        .hasMessageContaining("did you mean 'scale'?")
        .hasMessageContaining("run mvn compile");
  }

  @Test
  void aWriterThatAnOutputWasNotCompiledWithIsAnErrorWhereItStands() throws IOException {
    CompiledChain.write(
        experiments,
        "producer",
        CompiledChain.PRODUCER.replace(
            "summary: summary.json", "summary: { file_name: s.json, writer: dump }"));

    assertThatThrownBy(() -> graph(experiments.resolve("producer")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[unknown-writer] no writer 'dump' in the compiled code of 'producer'")
        .hasMessageContaining("experiments/producer/config.yaml:3:50")
        .hasMessageContaining("run mvn compile");
  }

  @Test
  void aLoaderThatAnOutputWasCompiledWithMayBeNamedAsBefore() throws IOException {
    ExperimentNode.Builder node =
        ExperimentNode.builder("named")
            .compiled(1, "named", "0".repeat(64))
            .format("out", "dump", "load_text");
    node.start()
        .through(
            "write",
            step -> {
              OutputSlot<String> out =
                  step.output(
                      ArtifactRef.of(node::build, "out", ArtifactLoader.text(text -> text)),
                      "out.txt",
                      ArtifactWriter.text((String text) -> text));
              return (context, nothing) -> context.output(out).write("x");
            });
    ExperimentNode named = node.build();
    String yaml = "outputs: { out: { writer: dump, loader: %s } }\nsteps: [ write ]\n";
    CompiledChain.write(experiments, "named", String.format(yaml, "loadText"));

    assertThat(ExperimentGraph.fromYaml(experiments.resolve("named"), named).experiments())
        .containsExactly("named");

    CompiledChain.write(experiments, "named", String.format(yaml, "load_txt"));

    assertThatThrownBy(() -> ExperimentGraph.fromYaml(experiments.resolve("named"), named))
        .hasMessageContaining("no loader 'load_txt'")
        .hasMessageContaining("did you mean 'load_text'?");
  }

  @Test
  void anotherKindOfDataForTheFirstStepIsAnError() throws IOException {
    CompiledChain.write(
        experiments,
        "producer",
        CompiledChain.PRODUCER.replace("{ numbers: numbers }", "{ numbers: numbers, n: numbers }"));

    assertThatThrownBy(() -> graph(experiments.resolve("producer")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("[step-chain] step 'scale' takes one datasource's value as data")
        .hasMessageContaining("but 'producer' gives the map of all inputs");
  }

  @Test
  void aReferenceToNothingIsReportedWhereItStands() throws IOException {
    CompiledChain.write(
        experiments,
        "consumer",
        CompiledChain.CONSUMER.replace("producer#summary", "producer#sumary"));

    assertThatThrownBy(() -> graph(experiments.resolve("consumer")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[missing-artifact] 'producer' has no output 'sumary'; did you mean 'summary'?"
                + " (experiments/consumer/config.yaml:1:33)");
  }

  @Test
  void anExperimentWithoutANodeSaysWhatWasLookedThrough() throws IOException {
    Path other = CompiledChain.write(experiments, "other", "steps: [ nothing ]\n");

    assertThatThrownBy(() -> graph(other))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("[unknown-experiment] no experiment 'other'")
        .hasMessageContaining("looked through the generated graphs on the class path: consumer,");
  }

  @Test
  void withoutAnyNodeTheProcessorIsProbablyOff() {
    assertThatThrownBy(() -> ExperimentGraph.fromYaml(experiments.resolve("producer")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("put crystallize-processor on the processor path");
  }

  @Test
  void aVerifierThatNobodyHasNamesTheDependencyThatHasMore() throws IOException {
    CompiledChain.write(
        experiments,
        "consumer",
        CompiledChain.CONSUMER.replaceFirst("verifier: \\w+", "verifier: welch_t_test"));

    assertThatThrownBy(() -> graph(experiments.resolve("consumer")))
        .hasMessageContaining("[unknown-verifier] no verifier 'welch_t_test' in the compiled code")
        .hasMessageContaining("the dependency dev.crystallize:crystallize-stats");
  }

  @Test
  void hypothesesAreTestedWithTheParametersOfTheFile() throws IOException {
    CompiledChain.write(
        experiments,
        "consumer",
        CompiledChain.CONSUMER.replace(
            "metrics: total }", "metrics: total, params: { threshold: 0.5 } }"));

    HypothesisResult hypothesis =
        run(experiments.resolve("consumer")).get("consumer").hypotheses().get(0);

    assertThat(hypothesis.rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.findings())
                    .containsEntry("p_value", 0.01)
                    .containsEntry("threshold", 0.5));
  }

  private ExperimentGraph graph(Path path) {
    return ExperimentGraph.fromYaml(path, chain.producer(), chain.consumer());
  }

  private GraphResult run(Path path) {
    return graph(path).run(RunOptions.builder().dataDirectory(data).build());
  }
}

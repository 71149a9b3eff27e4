package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentValuesTest {

  @TempDir private Path data;
  @TempDir private Path experiments;

  private final CompiledChain chain = new CompiledChain();

  @Test
  void withoutAFileTheCompiledValuesStandAndTheSummarySaysSo() {
    GraphResult results = run(options());

    assertThat(results.get("consumer").metric("total").in("high_lr").mean()).isEqualTo(60.0);
    assertThat(results.toString())
        .contains("values as compiled, no config.yaml was found: consumer, producer");
  }

  @Test
  void aChangedValueIsUsed() {
    chain.withResource("producer", CompiledChain.PRODUCER.replace("factor: 10", "factor: 20"));

    assertThat(run(options()).get("consumer").metric("total").in("high_lr").mean())
        .isEqualTo(120.0);
  }

  @Test
  void aChangedCorrectionIsAValueAndNoWiring() {
    chain.withResource(
        "consumer",
        CompiledChain.CONSUMER.replace("metrics: total", "metrics: total, correction: none"));

    assertThat(run(options()).get("consumer").hypotheses().get(0).correction())
        .isEqualTo(Correction.NONE);
  }

  @Test
  void aNewTreatmentIsRun() {
    chain.withResource("producer", CompiledChain.PRODUCER + "  extreme: { factor: 100 }\n");

    assertThat(run(options()).get("consumer").metric("total").in("extreme").values())
        .containsExactly(600.0, 600.0);
  }

  @Test
  void aNewSweepIsRun() {
    chain.withResource("producer", CompiledChain.PRODUCER + "sweep: { factor: [ 2, 3 ] }\n");

    assertThat(run(options()).get("consumer").metric("total").in("factor=3").values())
        .containsExactly(18.0, 18.0);
  }

  @Test
  void aValueOfASweepIsCheckedWhereItStands() {
    chain.withResource("producer", CompiledChain.PRODUCER + "sweep: { factor: [ 2, 0.5 ] }\n");

    assertThatThrownBy(() -> run(options()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[param-type] the parameter 'factor' of step 'scale' takes a whole number, not 0.5"
                + " (experiments/producer/config.yaml:8:23)");
  }

  @Test
  void aFolderOfExperimentsComesBeforeTheClassPath() throws IOException {
    chain.withResource("producer", CompiledChain.PRODUCER.replace("factor: 1 ", "factor: 2 "));
    CompiledChain.write(
        experiments, "producer", CompiledChain.PRODUCER.replace("factor: 1 ", "factor: 3 "));

    GraphResult results =
        run(RunOptions.builder().dataDirectory(data).experiments(experiments).build());

    assertThat(results.get("consumer").metric("total").in("baseline").mean()).isEqualTo(18.0);
  }

  @Test
  void changedWiringStopsWithWhatChangedAndTheCommand() {
    chain.withResource("producer", CompiledChain.PRODUCER.replace("[ scale", "[ normalise, scale"));

    assertThatThrownBy(() -> run(options()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "[wiring-changed] experiments/producer/config.yaml: step 'normalise' was added since it"
                + " was compiled; run mvn compile, or use ExperimentGraph.fromYaml to run it as it"
                + " is now");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "consumer|metrics: total|metrics: count|hypothesis 'difference of [[count]]' was added",
        "consumer|metrics: total|metrics: count|hypothesis 'difference of [[total]]' was removed",
        "consumer|metrics: total|name: x|hypothesis 'difference named x' was added",
        "consumer|steps: [ inspect_summary ]|seed: 0|'steps' was removed",
        "producer|summary.json|{ file_name: summary.json, writer: w }"
            + "|output 'summary' was changed from file summary.json to file summary.json, writer w",
      })
  void everyChangeOfTheWiringIsNamed(String of, String before, String after, String told) {
    String text = of.equals("producer") ? CompiledChain.PRODUCER : CompiledChain.CONSUMER;
    chain.withResource(of, text.replace(before, after));

    assertThatThrownBy(() -> run(options()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[wiring-changed] experiments/" + of + "/config.yaml: " + told + " since it");
  }

  @Test
  void nothingIsSaidOfStepsThatAreNotListedWhereSomethingElseChanged() {
    chain.withResource(
        "consumer", CompiledChain.CONSUMER.replace("steps: [ inspect_summary ]", "name: other"));

    assertThatThrownBy(() -> run(options()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the name was changed from 'consumer' to 'other'")
        .hasMessageNotContaining("'steps'");
  }

  @Test
  void aValueOfTheWrongTypeIsReportedWhereItStands() {
    chain.withResource("producer", CompiledChain.PRODUCER.replace("factor: 10", "factor: 0.5"));

    assertThatThrownBy(() -> run(options()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[param-type] the parameter 'factor' of step 'scale' takes a whole number, not 0.5"
                + " (experiments/producer/config.yaml:7:22)");
  }

  @Test
  void aTreatmentParameterThatNothingReadsIsRefused() {
    chain.withResource("producer", CompiledChain.PRODUCER.replace("{ factor: 10", "{ facter: 10"));

    assertThatThrownBy(() -> run(options()))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.id()).isEqualTo("unread-treatment-param");
                          assertThat(problem.message())
                              .isEqualTo(
                                  "treatment 'high_lr' sets 'facter', which nothing in 'producer'"
                                      + " reads; did you mean 'factor'?");
                        }));
  }

  @Test
  void aNewTreatmentParameterThatOnlyAContextCanReadIsAWarning() {
    chain.withResource(
        "consumer", CompiledChain.CONSUMER + "treatments: { loud: { volume: 2 } }\n");
    List<String> warned = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void warning(String text) {
            warned.add(text);
          }
        };

    GraphResult results = run(RunOptions.builder().dataDirectory(data).listener(listener).build());

    assertThat(warned)
        .containsExactly(
            "[unread-treatment-param] treatment 'loud' sets 'volume', which only a Context in"
                + " 'consumer' can read (experiments/consumer/config.yaml:5:23)");
    assertThat(results.get("consumer").provenance().orElseThrow().warnings()).isEqualTo(warned);
  }

  @Test
  void codeOfAnotherFormatIsRefusedWithTheRemedy() {
    ExperimentNode.Builder node = ExperimentNode.builder("consumer");

    assertThatThrownBy(() -> node.compiled(Origin.FORMAT + 1, "consumer", "", name -> null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the code of experiment 'consumer' was generated in format 2 and this"
                + " crystallize-runtime knows format 1: give runtime and processor the same version"
                + " and compile again");
  }

  private RunOptions options() {
    return RunOptions.builder().dataDirectory(data).build();
  }

  private GraphResult run(RunOptions options) {
    return ExperimentGraph.of(chain.consumer()).run(options);
  }
}

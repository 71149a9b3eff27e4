package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {

  private static final String BASE =
      """
      name: study
      replicates: 3
      datasource: {data: numbers, old: train#model}
      steps: [load, {fit: {lr: 0.1}}, save]
      outputs: {model: model.pb, other: {writer: w}}
      treatments: {high: {lr: 1.0}}
      hypotheses: [{verifier: t_test, metrics: [a, b], params: {alpha: 0.05}}]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicates: 3|replicates: 4",
        "replicates: 3|seed: 9",
        "lr: 0.1|lr: 0.2",
        "{high: {lr: 1.0}}|{low: {lr: 0.0}}",
        "alpha: 0.05|alpha: 0.01",
        "{data: numbers, old: train#model}|{old: train#model, data: numbers}",
        "replicates: 3|description: a text",
        "replicates: 3|cli: {hidden: true}"
      })
  void valuesAreNoWiring(String change) {
    ExperimentConfig changed = changed(change);

    assertThat(WiringDigest.of(changed)).isEqualTo(WiringDigest.of(config(BASE)));
    assertThat(WiringDifference.between(config(BASE), changed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: study|name: other|the name was changed from 'study' to 'other'",
        "[load, |[load, normalise, |step 'normalise' was added",
        ", save]|]|step 'save' was removed",
        "[load, {fit: {lr: 0.1}}, save]|[{fit: {lr: 0.1}}, load, save]"
            + "|the order of the steps was changed",
        "[load, |[load, load, |step 'load' was added",
        "steps: [load, {fit: {lr: 0.1}}, save]|seed: 0|'steps' was removed",
        "data: numbers|data: letters|datasource 'data' was changed from numbers to letters",
        "data: numbers, ||datasource 'data' was removed",
        "train#model}|train#model, x: a#b}|datasource 'x' was added",
        "model: model.pb|model: m.pb|output 'model' was changed from file model.pb to file m.pb",
        "{writer: w}|{writer: v}"
            + "|output 'other' was changed from file other, writer w to file other, writer v"
      })
  void everythingElseIs(String change) {
    ExperimentConfig changed = changed(change);

    assertThat(WiringDigest.of(changed)).isNotEqualTo(WiringDigest.of(config(BASE)));
    assertThat(WiringDifference.between(config(BASE), changed))
        .containsExactly(change.split("\\|", -1)[2]);
  }

  @Test
  void aHypothesisIsWiringWithItsVerifierAndMetrics() {
    assertThat(
            WiringDifference.between(config(BASE), changed("metrics: [a, b]|metrics: [[a], [b]]")))
        .containsExactly(
            "hypothesis 't_test of [[a], [b]]' was added",
            "hypothesis 't_test of [[a, b]]' was removed");
  }

  @Test
  void reboundOutputsAreWiring() {
    ExperimentConfig rebound = changed("lr: 0.1|lr: 0.1, blob: other");

    assertThat(WiringDifference.between(config(BASE), rebound))
        .containsExactly("step 'fit{blob=other}' was added", "step 'fit' was removed");
  }

  @Test
  void theDigestIsSixtyFourHexDigitsAndStaysAsItIs() {
    assertThat(WiringDigest.of(config("name: study\nsteps: [a]")))
        .isEqualTo("357dacd42c93d367ea55436aa0b14db523fa4a5bdae9330d4451d18cab45d1e6");
    assertThat(config("name: study\nsteps: [a]"))
        .extracting(config -> Wiring.of(config).canonicalText())
        .isEqualTo(
            """
            crystallize-wiring-1
            4:name 5:study
            steps 1
            0: 1:a
            outputs 0
            hypotheses 0""");
  }

  @Test
  void lengthsKeepNamesApartThatWouldRunTogether() {
    Wiring one = new Wiring("x", Optional.empty(), steps("a\n0: 1:b"), empty(), List.of());
    Wiring two = new Wiring("x", Optional.empty(), steps("a", "b"), empty(), List.of());

    assertThat(one.canonicalText()).isNotEqualTo(two.canonicalText());
  }

  private static Optional<List<String>> steps(String... steps) {
    return Optional.of(List.of(steps));
  }

  private static SortedMap<String, String> empty() {
    return new TreeMap<>();
  }

  private static ExperimentConfig changed(String change) {
    String[] parts = change.split("\\|", -1);
    assertThat(BASE).contains(parts[0]);
    return config(BASE.replace(parts[0], parts[1]));
  }

  private static ExperimentConfig config(String yaml) {
    ConfigFile file = Reading.config(yaml);
    assertThat(Reading.headlines(file.diagnostics())).isEmpty();
    return file.config();
  }
}

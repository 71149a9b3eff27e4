package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestKitTest {

  @Test
  void aCapturedOutputHoldsWhatWasWritten() {
    CapturedOutput<String> output = Output.captured();

    assertThat(output.isWritten()).isFalse();
    output.write("text");

    assertThat(output.isWritten()).isTrue();
    assertThat(output.value()).isEqualTo("text");
  }

  @Test
  void aCapturedOutputIsWrittenOnceAsInARun() {
    CapturedOutput<String> output = Output.captured();

    assertThatThrownBy(output::value).hasMessage("the output was not written");
    output.write("text");
    assertThatThrownBy(() -> output.write("again")).hasMessage("the output is written twice");
  }

  @Test
  void collectedMetricsTellWhatWasRecorded() {
    CollectedMetrics metrics = Metrics.collecting();

    metrics.record("accuracy", 0.9);
    metrics.record("loss", Double.NaN);
    metrics.series("loss", 1, 0.5);
    metrics.series("loss", 2, 0.25);

    assertThat(metrics.values())
        .containsExactly(Map.entry("accuracy", 0.9), Map.entry("loss", Double.NaN));
    assertThat(metrics.value("accuracy")).isEqualTo(0.9);
    assertThat(metrics.series("loss")).isEqualTo(new Series(List.of(1L, 2L), List.of(0.5, 0.25)));
  }

  @Test
  void collectedMetricsKeepTheRulesOfARun() {
    CollectedMetrics metrics = Metrics.collecting();
    metrics.record("accuracy", 0.9);

    assertThatThrownBy(() -> metrics.record("accuracy", 1)).hasMessageContaining("twice");
    assertThatThrownBy(() -> metrics.value("acuracy"))
        .hasMessageContaining("'acuracy' was not recorded")
        .hasMessageContaining("accuracy");
  }

  @Test
  void samplesHoldOneNumberPerReplicate() {
    Samples baseline = Samples.of("accuracy", 0.8, 0.9);
    Samples treatment = Samples.of("high_lr", Map.of("accuracy", new double[] {0.9, 0.8}));

    assertThat(baseline.condition()).isEqualTo("baseline");
    assertThat(baseline.values()).containsExactly(0.8, 0.9);
    assertThat(baseline.independent()).isEqualTo(2);
    assertThat(treatment.condition()).isEqualTo("high_lr");
    assertThat(baseline.pairs(treatment).replicates()).containsExactly(0, 1);
    assertThatThrownBy(() -> baseline.values("acuracy")).hasMessageContaining("accuracy");
  }

  @Test
  void samplesOfSeveralMetricsHaveOneOfEach() {
    assertThatThrownBy(
            () -> Samples.of("t", Map.of("a", new double[] {1, 2}, "b", new double[] {1})))
        .hasMessageContaining("give each replicate one of each");
  }

  @Test
  void aContextHoldsWhatItWasGiven() {
    CollectedMetrics metrics = Metrics.collecting();
    Context context =
        Context.forTest()
            .experiment("train")
            .condition("high_lr")
            .replicate(3)
            .param("learning_rate", 1)
            .metrics(metrics)
            .build();

    context.metrics().record("loss", 0.5);
    context.add("epochs", 7);

    assertThat(context.experiment()).isEqualTo("train");
    assertThat(context.condition()).isEqualTo("high_lr");
    assertThat(context.replicate()).isEqualTo(3);
    assertThat(context.doubleValue("learning_rate")).isEqualTo(1.0);
    assertThat(context.intValue("epochs")).isEqualTo(7);
    assertThat(metrics.value("loss")).isEqualTo(0.5);
    assertThatThrownBy(() -> context.doubleValue("learning_rat"))
        .hasMessageContaining("learning_rate");
  }

  @Test
  void aContextDrawsTheNumbersOfTheRun(@TempDir Path data) {
    ExperimentNode node =
        ExperimentNode.builder("draws")
            .seed(7)
            .replicates(2)
            .metric("number", context -> context.random().nextDouble())
            .build();
    double[] drawn =
        ExperimentGraph.of(node)
            .run(SummaryChain.into(data).build())
            .get("draws")
            .metric("number")
            .in("baseline")
            .values();

    Context context =
        Context.forTest().experiment("draws").step("number").seed(7).replicate(1).build();

    assertThat(context.random().nextDouble()).isEqualTo(drawn[1]);
  }
}

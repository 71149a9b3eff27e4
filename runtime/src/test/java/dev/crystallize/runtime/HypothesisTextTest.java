package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.HypothesisResult.Row;
import dev.crystallize.runtime.HypothesisResult.Sizes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HypothesisTextTest {

  private static final Sizes THIRTY = new Sizes(30, 30, 30, 30, 30);

  @Test
  void aTestIsShownWithDifferenceIntervalEffectPValuesAndVerdict() {
    assertThat(
            text(
                row("small_batch", THIRTY, found(0.0081, 0.0021, 0.0152, 0.512, 0.009), 0.018),
                row("high_lr", THIRTY, found(-0.0063, -0.0134, 0.002, -0.32, 0.081), 0.081)))
        .isEqualTo(
            """
              hypothesis accuracy_moves (paired_t_test)
                accuracy: 2 tests, p adjusted by Holm, 30 replicates per condition
                treatment    difference  95 % interval    cohens_dz      p  adjusted  at 0.05
                small_batch       0.008  [0.002, 0.015]       0.512  0.009     0.018  higher
                high_lr          -0.006  [-0.013, 0.002]     -0.320  0.081     0.081  no evidence\
            """);
  }

  @Test
  void lostReplicatesAreSaidPlainly() {
    Sizes sizes = new Sizes(30, 30, 29, 29, 28);

    assertThat(text(row("high_lr", sizes, found(1, 0, 2, 0.5, 0.05), 0.05)))
        .endsWith(
            """
                high_lr: 28 of 30 pairs; numbers in 29 of baseline and 29 of high_lr
                failures are seldom random: without the lost replicates the rest may mislead\
            """);
  }

  @Test
  void replicatesThatAllMetricsOfATreatmentLostAreSaidOnce() {
    Sizes sizes = new Sizes(30, 30, 30, 29, 29);
    Row accuracy = row("high_lr", sizes, found(1, 0, 2, 0.5, 0.05), 0.05);
    Row loss =
        new Row("high_lr", List.of("loss"), sizes, accuracy.findings(), 0.05, Optional.empty());

    assertThat(text(accuracy, loss).lines().filter(line -> line.contains("of 30 pairs")))
        .containsExactly(
            "    high_lr: 29 of 30 pairs; numbers in 30 of baseline and 29 of high_lr");
  }

  @Test
  void whatAVerifierThrowsStaysOnItsLineAndLeavesTheTerminalAlone() {
    Row row =
        new Row(
            "high_lr",
            List.of("accuracy"),
            THIRTY,
            Map.of(),
            Double.NaN,
            Optional.of("no idea\n  what \u001b[31mto do"));

    assertThat(text(row)).contains("  failed: no idea what \\u001b[31mto do");
  }

  @Test
  void clustersAreCountedInsteadOfReplicates() {
    assertThat(text(row("high_lr", new Sizes(30, 10, 10, 10, 10), found(1, 0, 2, 1, 0.05), 0.05)))
        .contains("accuracy: 1 test, 10 independent clusters of 30 replicates per condition");
  }

  @Test
  void tooFewReplicatesAreToldWithTheEffectThatTheyCouldFind() {
    Map<String, Object> findings = found(1, -1, 3, 0.9, 0.2);
    findings.put("detectable_effect", 1.435);

    assertThat(text(row("high_lr", new Sizes(6, 6, 6, 6, 6), findings, 0.2)))
        .endsWith(
            "    too few replicates: with 6, only effects (cohens_dz) of 1.435 and more show in"
                + " 4 of 5 runs");
  }

  @Test
  void tooFewReplicatesAreToldOnceWhereOneMetricIsNoNumber() {
    Map<String, Object> findings = found(1, -1, 3, 0.9, 0.2);
    findings.put("detectable_effect", 11.5);
    Sizes two = new Sizes(2, 2, 2, 2, 2);
    Row loss =
        new Row(
            "high_lr",
            List.of("loss"),
            two,
            Map.of("p_value", Double.NaN, "detectable_effect", Double.NaN),
            Double.NaN,
            Optional.empty());

    assertThat(text(loss, row("high_lr", two, findings, 0.2)).lines())
        .filteredOn(line -> line.contains("too few replicates"))
        .containsExactly(
            "    too few replicates: with 2, only effects (cohens_dz) of 11.500 and more show in"
                + " 4 of 5 runs");
  }

  @Test
  void aVerifierOfTheUsersOwnShowsWhatItFound() {
    assertThat(text(row("high_lr", THIRTY, Map.of("p_value", 0.2, "wins", 18), 0.2)))
        .contains("treatment      p  adjusted  at 0.05")
        .contains("high_lr    0.200     0.200  no evidence  wins 18");
  }

  @Test
  void whatTheDataHoldGivenIsSaid() {
    HypothesisResult result =
        new HypothesisResult(
            "h",
            "h",
            Correction.HOLM,
            List.of("prepare"),
            List.of(row("high_lr", THIRTY, Map.of("p_value", 0.2), 0.2)));

    assertThat(HypothesisText.of(result)).endsWith("    given one replicate of prepare");
  }

  @Test
  void aSignificantTestThatTellsNoDifferenceHasNoDirection() {
    assertThat(row("high_lr", THIRTY, Map.of("p_value", 0.01), 0.01).verdict())
        .hasToString("different");
  }

  @Test
  void theVerdictIsThatOfTheCorrectedPValue() {
    assertThat(row("high_lr", THIRTY, found(1, 0.1, 2, 1, 0.03), 0.06).verdict())
        .hasToString("no evidence");
  }

  @Test
  void theLevelIsThatOfTheInterval() {
    Map<String, Object> findings = found(1, 0.1, 2, 1, 0.03);
    findings.put("confidence", 0.9);

    assertThat(row("high_lr", THIRTY, findings, 0.06).verdict()).hasToString("higher");
  }

  private static Map<String, Object> found(
      double difference, double low, double high, double effect, double p) {
    Map<String, Object> findings = new LinkedHashMap<>();
    findings.put("difference", difference);
    findings.put("ci_low", low);
    findings.put("ci_high", high);
    findings.put("confidence", 0.95);
    findings.put("effect", "cohens_dz");
    findings.put("effect_size", effect);
    findings.put("p_value", p);
    return findings;
  }

  private static Row row(
      String treatment, Sizes sizes, Map<String, Object> findings, double adjusted) {
    return new Row(treatment, List.of("accuracy"), sizes, findings, adjusted, Optional.empty());
  }

  private static String text(Row... rows) {
    return HypothesisText.of(
        new HypothesisResult(
            "accuracy_moves", "paired_t_test", Correction.HOLM, List.of(), List.of(rows)));
  }
}

package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigRulesTest {

  @Test
  void thereIsAtLeastOneReplicate() {
    assertThat(headlines("replicates: 0"))
        .containsExactly("replicates must be at least 1, but is 0");
    assertThat(problems("replicates: -3")).containsExactly("1:13 replicates");
    assertThat(problems("replicates: 1")).isEmpty();
  }

  @Test
  void anExperimentsNameIsThatOfAFolder() {
    assertThat(problems("name: a/b")).containsExactly("1:7 experiment-name");
    assertThat(problems("name: ../up")).containsExactly("1:7 experiment-name");
  }

  @Test
  void aTreatmentsNameIsThatOfAFolderBesideOthers() {
    assertThat(problems("treatments: {replicate_1: {}, metadata.json: {}, _x: {}, 'a/b': {}}"))
        .containsExactly(
            "1:14 treatment-name",
            "1:31 treatment-name",
            "1:50 treatment-name",
            "1:58 treatment-name");
  }

  @Test
  void treatmentsDifferNotOnlyInCase() {
    assertThat(headlines("treatments: {high: {}, HIGH: {}, Baseline: {}}"))
        .containsExactly(
            "'HIGH' cannot name a treatment: it differs from 'high' only in upper and lower case",
            "'Baseline' cannot name a treatment:"
                + " it differs from 'baseline' only in upper and lower case");
  }

  @Test
  void theBaselineCanBeGivenItsValues() {
    assertThat(problems("treatments: {baseline: {lr: 1}}")).isEmpty();
  }

  @Test
  void anOutputsNameIsThatOfAFileAndReportedOnce() {
    assertThat(problems("outputs: {'a/b': {}, c: '../x', d: nul.txt}"))
        .containsExactly("1:11 output-file-name", "1:25 output-file-name", "1:36 output-file-name");
  }

  @Test
  void twoOutputsNeverShareAFile() {
    assertThat(headlines("outputs: {a: x.json, b: X.json, x.JSON: {}}"))
        .containsExactly(
            "the outputs 'a' and 'b' have the same file 'X.json'",
            "the outputs 'a' and 'x.JSON' have the same file 'x.JSON'");
  }

  @Test
  void whatATaskIsGivenAnywayIsNoParameter() {
    assertThat(problems("treatments: {t: {replicate: 1}}", "steps: [{s: {seed: 2}}]"))
        .containsExactly("1:18 reserved-key", "2:14 reserved-key");
    assertThat(ReservedKeys.reasonAgainst("learning_rate")).isEmpty();
  }

  private static List<String> problems(String... lines) {
    return Reading.places(Reading.config(lines).diagnostics());
  }

  private static List<String> headlines(String... lines) {
    return Reading.headlines(Reading.config(lines).diagnostics());
  }
}

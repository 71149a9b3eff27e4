package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"baseline", "high_lr", "lr=0.1 depth=3", "v1.2-rc+4", "gr\u00f6\u00dfe", "7", "console"})
  void lettersDigitsAFewSignsAndInnerSpacesMakeAName(String name) {
    assertThat(NameRule.problem(name)).isEmpty();
    assertThat(NameRule.treatmentProblem(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''|it is empty",
        "a/b|it contains '/'",
        "../x|it contains '/'",
        "a\\b|it contains '\\'",
        "a:b|it contains ':'",
        "a\tb|it contains",
        "_hidden|a leading '_'",
        ".hidden|it starts with a dot",
        "dot.|it ends with a dot",
        " a|it starts with a space",
        "a |it ends with a space",
        "nul|Windows has a device",
        "Aux.txt|Windows has a device",
        "COM1|Windows has a device"
      })
  void whatNoFolderCanBeCalledOnEverySystemIsRefused(String name, String reason) {
    assertThat(NameRule.problem(name)).get().asString().startsWith(reason);
  }

  @Test
  void aHundredCharactersAreTheMost() {
    assertThat(NameRule.problem("x".repeat(100))).isEmpty();
    assertThat(NameRule.problem("x".repeat(101))).contains("it is longer than 100 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"replicate_0", "Replicate_12", "metadata.json", "metrics.csv"})
  void aTreatmentIsNotCalledLikeAFileBesideItsFolder(String name) {
    assertThat(NameRule.problem(name)).isEmpty();
    assertThat(NameRule.treatmentProblem(name)).get().asString().contains("of its own");
  }
}

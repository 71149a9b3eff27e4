package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "high_lr",
        "lr=0.1+bs=2",
        "Größe",
        "日本",
        "a b",
        "model.pb",
        "1",
        "-x",
        "console",
        "com10",
        "x_",
        "replicates",
        "𝒜"
      })
  void theseAreNames(String name) {
    assertThat(Names.problemWith(name)).isEmpty();
    assertThat(Names.problemWithCondition(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " a",
        "a ",
        "_a",
        ".a",
        "a.",
        "..",
        "a/b",
        "a\\b",
        "a:b",
        "a#b",
        "a\nb",
        "a\u0000b",
        "con",
        "NUL.txt",
        "Com1",
        "com\u00b9",
        "lpt\u00b9.x",
        "aux .y",
        "😀",
        "a*",
        "a\u00a0b"
      })
  void theseAreNone(String name) {
    assertThat(Names.problemWith(name)).isPresent();
  }

  @Test
  void aHundredCharactersAreTheMost() {
    assertThat(Names.problemWith("x".repeat(100))).isEmpty();
    assertThat(Names.problemWith("x".repeat(101))).contains("it is longer than 100 characters");
  }

  @Test
  void aDiskMustHaveRoomForTheBytesOfAName() {
    assertThat(Names.problemWith("\u65e5".repeat(80))).isEmpty();
    assertThat(Names.problemWith("\u65e5".repeat(81)))
        .contains("it takes more than 240 bytes in UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"a/b, it contains '/'", "_a, it starts with '_'", "a., it ends with '.'"})
  void theReasonIsSaid(String name, String reason) {
    assertThat(Names.problemWith(name).orElseThrow()).startsWith(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"replicate_0", "Replicate_12", "metadata.json", "METRICS.csv", "hypotheses.json"})
  void whatLiesBesideConditionsNamesNoCondition(String name) {
    assertThat(Names.problemWith(name)).isEmpty();
    assertThat(Names.problemWithCondition(name)).isPresent();
  }
}

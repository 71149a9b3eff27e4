package dev.crystallize.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc",
        "a\0b",
        "a\nb",
        " a",
        "a ",
        "_a",
        ".a",
        "a.",
        "con",
        "NUL",
        "com1.txt",
        "com\u00b9",
        "aux .y",
        "a:b",
        "a*b",
        "~",
        "a\u202eb"
      })
  void aNameThatCouldLeadElsewhereIsRefused(String name) {
    assertThatThrownBy(() -> SafeNames.require("experiment", name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("experiment '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "high_lr", "1e-3", "lr=0.1+x", "two words", "Gr\u00f6\u00dfe", "a_"})
  void anOrdinaryNameIsAccepted(String name) {
    assertThat(SafeNames.require("experiment", name)).isEqualTo(name);
  }

  @Test
  void aNameOfMoreThanAHundredCharactersIsRefused() {
    assertThat(SafeNames.isSafe("a".repeat(100))).isTrue();
    assertThat(SafeNames.isSafe("a".repeat(101))).isFalse();
  }

  @Test
  void aRefusalSaysWhyAndShowsNoControlCharacters() {
    assertThatThrownBy(() -> SafeNames.require("experiment", "a\nb"))
        .hasMessage(
            "experiment 'a\\nb' cannot be a name on disk: it contains '\\n'; letters,"
                + " digits, '_', '.', '-', '+', '=' and inner spaces are allowed");
  }

  @Test
  void aStepMayBeginWithAnUnderscore() {
    assertThat(SafeNames.requireStep("_hidden")).isEqualTo("_hidden");
    assertThatThrownBy(() -> SafeNames.requireStep("_/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 2000)
  void noAcceptedNameLeavesItsFolder(@ForAll String name) {
    if (SafeNames.isSafe(name)) {
      Path folder = Path.of("data");
      Path path = folder.resolve(name).normalize();
      assertThat(path.getParent()).isEqualTo(folder);
      assertThat(path).hasFileName(name);
    }
  }

  @Test
  void everyWordOfAStepIsCapitalised() {
    assertThat(StepFolders.of("produce_summary")).isEqualTo("Produce_SummaryStep");
    assertThat(StepFolders.of("l2_norm")).isEqualTo("L2_NormStep");
  }
}

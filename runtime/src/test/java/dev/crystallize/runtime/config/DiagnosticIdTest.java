package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosticIdTest {

  @Test
  void idsAreSpeltInLowerCaseWithHyphens() {
    assertThat(DiagnosticId.MISSING_ARTIFACT.id()).isEqualTo("missing-artifact");
    assertThat(DiagnosticId.HYPOTHESIS_WITHOUT_TREATMENTS.id())
        .isEqualTo("hypothesis-without-treatments");
  }

  @Test
  void onlyLikelyMistakesAreWarnings() {
    assertThat(
            Arrays.stream(DiagnosticId.values())
                .filter(id -> id.kind() == DiagnosticKind.WARNING)
                .map(DiagnosticId::id))
        .containsExactly(
            "unused-input", "unused-step", "unused-code", "unknown-file", "unseeded-random");
  }

  @Test
  void everyTemplateTakesItsArguments() {
    for (Message message : Message.values()) {
      String[] arguments = message.argumentNames().toArray(new String[0]);

      assertThat(Diagnostic.of("e", message, arguments).headline())
          .as(message.name())
          .doesNotContain("{", "}")
          .doesNotEndWith(".");
    }
  }

  @Test
  void diagnosticsAreSortedByExperimentPlaceAndId() {
    Diagnostic none = Diagnostic.of("a", Message.UNKNOWN_EXPERIMENT, "x");
    Diagnostic early = none.at(new Place("p", 2, 10));
    Diagnostic late = none.at(new Place("p", 10, 2));
    Diagnostic sameButId = Diagnostic.of("a", Message.UNUSED_OUTPUT, "x").at(new Place("p", 10, 2));
    Diagnostic other = Diagnostic.of("b", Message.UNKNOWN_EXPERIMENT, "x");

    assertThat(Stream.of(other, sameButId, late, early, none).sorted())
        .containsExactly(none, early, late, sameButId, other);
  }
}

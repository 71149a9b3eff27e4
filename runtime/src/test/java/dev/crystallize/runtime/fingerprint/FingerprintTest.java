package dev.crystallize.runtime.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Fingerprint BEFORE =
      Fingerprint.of(
          List.of(
              Parts.steps(List.of("split", "train"), Map.of("train", "1")),
              Parts.parameters(Map.of("learning_rate", "0.1")),
              Parts.seed(0),
              PartFacts.of(Part.CODE, Facts.of("com.acme.Helper.scale(double):double", "a")),
              Parts.libraries(Facts.of("tribuo-core-4.3.1.jar", "b")),
              Parts.outputs(Map.of("model", "model.pb"), Map.of("model", "Model(double)")),
              Parts.files(Map.of("data.csv", "c")),
              Parts.upstream(Map.of("split#train", "d")),
              Parts.jdk(17),
              Parts.rules(1)));

  private static void assertTold(PartFacts changed, String... words) {
    Fingerprint after = BEFORE.with(changed);

    assertThat(Fingerprint.reasons(BEFORE, after, "treatment high_lr")).containsExactly(words);
    assertThat(after.sha256()).isNotEqualTo(BEFORE.sha256());
    assertThat(BEFORE.differences(after)).containsExactly(changed.part());
  }

  @Test
  void aChangedParameterIsToldWithItsTreatment() {
    assertTold(
        Parts.parameters(Map.of("learning_rate", "0.3")),
        "treatment high_lr: learning_rate 0.1 -> 0.3");
  }

  @Test
  void anotherSeedIsTold() {
    assertTold(Parts.seed(7), "seed 0 -> 7");
  }

  @Test
  void anotherOrderOfStepsIsTold() {
    assertTold(
        Parts.steps(List.of("train", "split"), Map.of("train", "1")),
        "steps split, train -> train, split");
  }

  @Test
  void anotherVersionOfAStepIsTold() {
    assertTold(
        Parts.steps(List.of("split", "train"), Map.of("train", "2")),
        "version of step train 1 -> 2");
  }

  @Test
  void changedCodeIsTold() {
    assertTold(
        PartFacts.of(Part.CODE, Facts.of("com.acme.Helper.scale(double):double", "x")),
        "Helper.scale changed");
  }

  @Test
  void anotherVersionOfALibraryIsTold() {
    assertTold(
        Parts.libraries(Facts.of("tribuo-core-4.3.2.jar", "x")), "tribuo-core 4.3.1 -> 4.3.2");
  }

  @Test
  void aLibraryUnderAnotherNameIsTheSame() {
    assertThat(BEFORE.with(Parts.libraries(Facts.of("tribuo.jar", "b")))).isEqualTo(BEFORE);
  }

  @Test
  void librariesThatAreReachedNoLongerAreTold() {
    assertTold(Parts.libraries(Facts.NONE), "libraries are no longer reached");
  }

  @Test
  void anotherShapeOfAnOutputIsTold() {
    assertTold(
        Parts.outputs(Map.of("model", "model.pb"), Map.of("model", "Model(int)")),
        "output type of model Model(double) -> Model(int)");
  }

  @Test
  void aChangedFileIsTold() {
    assertTold(Parts.files(Map.of("data.csv", "x")), "data.csv changed");
  }

  @Test
  void aChangedArtifactIsTold() {
    assertTold(Parts.upstream(Map.of("split#train", "x")), "artifact split#train changed");
  }

  @Test
  void anotherJdkIsTold() {
    assertTold(Parts.jdk(25), "JDK 17 -> 25");
  }

  @Test
  void otherRulesAreTold() {
    assertTold(Parts.rules(2), "the rules of crystallize-runtime 1 -> 2");
  }

  @Test
  void acceptedPartsMayDiffer() {
    Fingerprint after = BEFORE.with(Parts.jdk(25));

    assertThat(BEFORE.differsOnlyIn(after, EnumSet.of(Part.JDK, Part.CODE))).isTrue();
    assertThat(BEFORE.differsOnlyIn(after, EnumSet.of(Part.CODE))).isFalse();
    assertThat(BEFORE.with(Parts.seed(1)).differsOnlyIn(after, EnumSet.of(Part.JDK))).isFalse();
  }

  @Test
  void partsSurviveAsText() {
    Facts facts = Facts.of(Map.of("a\tb", "c\nd\\", "e f", "", "g\ud83c", "\u0000"));

    assertThat(Facts.parse(facts.text())).isEqualTo(facts);
    assertThat(Facts.parse(Facts.NONE.text())).isEqualTo(Facts.NONE);
  }

  @Test
  void aTextThatIsNotOursIsRefused() {
    assertThatThrownBy(() -> Facts.parse("a\tb\nc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a fact without a value: 'c'");
  }
}

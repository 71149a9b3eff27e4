package dev.crystallize.runtime.config;

import static dev.crystallize.runtime.config.Reading.problems;
import static dev.crystallize.runtime.config.Reading.sound;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that may change without compiling: treatments, hypotheses, times, looks. */
class ConfigValuesTest {

  @Nested
  class Treatments {

    @Test
    void valuesAreReadByTheCoreSchema() {
      List<Setting> settings =
          sound(
                  "treatments:",
                  "  t: {a: 1, b: 1e-3, c: 0x1F, d: 0o17, e: true, f: ~, g: 'x', h: y,",
                  "    i: [1, {k: v}], j: .inf, k: -.inf, l: 123456789012345678901234567890}")
              .treatments()
              .get(0)
              .settings();

      Map<String, Object> values = new HashMap<>(Setting.toJava(settings));
      assertThat(values.remove("f")).isNull();
      assertThat(values)
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("a", 1L),
                  Map.entry("b", 0.001),
                  Map.entry("c", 31L),
                  Map.entry("d", 15L),
                  Map.entry("e", true),
                  Map.entry("g", "x"),
                  Map.entry("h", "y"),
                  Map.entry("i", List.of(1L, Map.of("k", "v"))),
                  Map.entry("j", Double.POSITIVE_INFINITY),
                  Map.entry("k", Double.NEGATIVE_INFINITY),
                  Map.entry("l", new BigInteger("123456789012345678901234567890"))));
    }

    @Test
    void aNullTreatmentIsAnEmptyOne() {
      assertThat(sound("treatments: {a: ~, b: , c: {}}").treatments())
          .allMatch(treatment -> treatment.settings().isEmpty());
    }

    @Test
    void oneThatIsNoMapIsReported() {
      assertThat(Reading.headlines(Reading.config("treatments: {a: 1}").diagnostics()))
          .containsExactly("the treatment 'a' must be a map of parameters, but is the number 1");
    }

    @Test
    void aNumberTooLargeForADoubleIsReportedAndNotTakenForInfinity() {
      assertThat(problems("treatments: {a: {x: 1e400}}")).containsExactly("1:21 config-type");
    }

    @Test
    void anAnchorSharesParametersBetweenTreatments() {
      List<TreatmentConfig> treatments =
          sound("treatments:", "  a: &a {lr: 1, bs: 2}", "  b: {<<: *a, lr: 3}").treatments();

      assertThat(Setting.toJava(treatments.get(1).settings()))
          .isEqualTo(Map.of("lr", 3L, "bs", 2L));
    }
  }

  @Nested
  class Hypotheses {

    @Test
    void metricsAreANameAGroupOrGroups() {
      List<HypothesisConfig> hypotheses =
          sound(
                  "hypotheses:",
                  "  - {verifier: t}",
                  "  - {verifier: t, metrics: a}",
                  "  - {verifier: t, metrics: [a, b]}",
                  "  - {verifier: u, metrics: [[a, b], [c]]}",
                  "  - {verifier: t, name: better, params: {alpha: 0.01}}")
              .hypotheses();

      assertThat(hypotheses.get(0).metrics()).isEmpty();
      assertThat(groups(hypotheses.get(1))).containsExactly(List.of("a"));
      assertThat(groups(hypotheses.get(2))).containsExactly(List.of("a", "b"));
      assertThat(groups(hypotheses.get(3))).containsExactly(List.of("a", "b"), List.of("c"));
      assertThat(hypotheses.get(4).name().orElseThrow().value()).isEqualTo("better");
      assertThat(Setting.toJava(hypotheses.get(4).params())).isEqualTo(Map.of("alpha", 0.01));
    }

    @Test
    void aCorrectionIsOneOfThoseThereAre() {
      assertThat(
              sound("hypotheses: [{verifier: t, correction: none}]")
                  .hypotheses()
                  .get(0)
                  .correction()
                  .orElseThrow()
                  .value())
          .isEqualTo("none");
      assertThat(
              Reading.headlines(
                  Reading.config("hypotheses: [{verifier: t, correction: bonferroni}]")
                      .diagnostics()))
          .containsExactly(
              "'correction' must be one of holm, benjamini_hochberg, none, but is"
                  + " the text 'bonferroni'");
    }

    @Test
    void aVerifierIsNeeded() {
      assertThat(Reading.headlines(Reading.config("hypotheses: [{metrics: a}]").diagnostics()))
          .containsExactly("the hypothesis has no 'verifier'");
    }

    @Test
    void aMisspeltVerifierIsOneMistake() {
      assertThat(problems("hypotheses: [{verifer: t}]")).containsExactly("1:15 config-unknown-key");
    }

    private List<List<String>> groups(HypothesisConfig hypothesis) {
      return hypothesis.metrics().orElseThrow().stream()
          .map(group -> group.metrics().stream().map(Located::value).toList())
          .toList();
    }
  }

  @Nested
  class Durations {

    @ParameterizedTest
    @CsvSource({
      "500ms, PT0.5S",
      "30s, PT30S",
      "5m, PT5M",
      "2h, PT2H",
      "1.5h, PT1H30M",
      "90, PT1M30S",
      "0.1, PT0.1S",
      "'''30s''', PT30S"
    })
    void haveAUnitOrAreSeconds(String text, String expected) {
      assertThat(Reading.config("timeout: " + text).config().failures().timeout())
          .map(Located::value)
          .contains(Duration.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "0", "5 m", "s", "1d", ".inf", "1e300h", "[1]", "", "0x1F"})
    void otherTextsAreReported(String text) {
      assertThat(problems("timeout: " + text)).hasSize(1).allMatch(p -> p.contains("config-type"));
    }
  }

  @Test
  void howItIsShownIsRead() {
    CliConfig cli =
        sound("cli: {group: Tumours, priority: 2, icon: 📈, color: red, hidden: false}").cli();

    assertThat(cli.group().orElseThrow().value()).isEqualTo("Tumours");
    assertThat(cli.priority().orElseThrow().value()).isEqualTo(2);
    assertThat(cli.icon().orElseThrow().value()).isEqualTo("📈");
    assertThat(cli.hidden().map(Located::value)).isEqualTo(Optional.of(false));
  }
}

package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SweepTest {

  @Test
  void everyValueOfAListIsATreatment() {
    assertThat(treatments("sweep: {learning_rate: [0.1, 1, 1e-7, 1e20, -3]}"))
        .containsExactly(
            Map.entry("learning_rate=0.1", Map.of("learning_rate", 0.1)),
            Map.entry("learning_rate=1", Map.of("learning_rate", 1L)),
            Map.entry("learning_rate=1e-7", Map.of("learning_rate", 1e-7)),
            Map.entry("learning_rate=1e20", Map.of("learning_rate", 1e20)),
            Map.entry("learning_rate=-3", Map.of("learning_rate", -3L)));
  }

  @Test
  void severalKeysGiveEveryCombinationTheLastOneFastest() {
    assertThat(treatments("sweep: {a: [1, 2], b: [x, y]}"))
        .containsExactly(
            Map.entry("a=1+b=x", Map.of("a", 1L, "b", "x")),
            Map.entry("a=1+b=y", Map.of("a", 1L, "b", "y")),
            Map.entry("a=2+b=x", Map.of("a", 2L, "b", "x")),
            Map.entry("a=2+b=y", Map.of("a", 2L, "b", "y")));
  }

  @Test
  void theyStandBehindTheDeclaredTreatments() {
    assertThat(treatments("sweep: {a: [1]}", "treatments: {baseline: {a: 0}, t: {a: 9}}"))
        .extracting(Map.Entry::getKey)
        .containsExactly("baseline", "t", "a=1");
  }

  @Nested
  class Ranges {

    @Test
    void linearOnesAreEvenToTheLastDigit() {
      assertThat(values("{from: 0.1, to: 0.5, count: 5}")).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
      assertThat(values("{from: 1, to: -1, count: 3, scale: linear}")).containsExactly(1L, 0L, -1L);
    }

    @Test
    void logarithmicOnesPassThroughThePowers() {
      assertThat(values("{from: 0.0001, to: 1, count: 5, scale: log}"))
          .containsExactly(0.0001, 0.001, 0.01, 0.1, 1.0);
      assertThat(values("{from: 1000, to: 1, count: 4, scale: log}"))
          .containsExactly(1000L, 100L, 10L, 1L);
      assertThat(values("{from: 1e-300, to: 1e300, count: 3, scale: log}"))
          .containsExactly(1e-300, 1.0, 1e300);
    }

    @Test
    void areWholeOnlyIfAllTheirNumbersAre() {
      assertThat(values("{from: 0, to: 1, count: 3}")).containsExactly(0.0, 0.5, 1.0);
      assertThat(values("{from: 0.0, to: 2.0, count: 3}")).containsExactly(0.0, 1.0, 2.0);
      assertThat(values("{from: 9007199254740993, to: 9007199254740999, count: 3}"))
          .containsExactly(9007199254740993L, 9007199254740996L, 9007199254740999L);
    }

    @Test
    void areNamedWithSixDigits() {
      assertThat(names("sweep: {a: {from: 0, to: 1, count: 4}}"))
          .containsExactly("a=0", "a=0.333333", "a=0.666667", "a=1");
      assertThat(values("{from: 0, to: 1, count: 4}"))
          .containsExactly(0.0, 0.3333333333333333, 0.6666666666666666, 1.0);
    }

    @Test
    void areNamedInFullWhereSixDigitsDoNotTellThemApart() {
      assertThat(names("sweep: {a: {from: 1, to: 1.0000001, count: 2}}"))
          .containsExactly("a=1", "a=1.0000001");
    }

    @Test
    void needBothEndsAndACount() {
      assertThat(Reading.headlines(Reading.config("sweep: {a: {from: 1, too: 2}}").diagnostics()))
          .containsExactly(
              "the sweep of 'a' has no 'count'",
              "'too' is not a key of the sweep of 'a'; did you mean 'to'?");
    }

    @Test
    void haveAtLeastTwoValuesAndFiniteEnds() {
      assertThat(problems("sweep: {a: {from: 1, to: .inf, count: 1}}"))
          .containsExactly("1:26 config-type", "1:39 config-type");
    }

    @Test
    void areSpacedLinearlyOrLogarithmically() {
      assertThat(headlines("sweep: {a: {from: 1, to: 2, count: 2, scale: exp}}"))
          .containsExactly("'scale' must be linear or log, but is the text 'exp'");
    }

    @Test
    void arePositiveIfLogarithmic() {
      assertThat(problems("sweep: {a: {from: 0, to: 2, count: 2, scale: log}}"))
          .containsExactly("1:19 config-type");
      assertThat(problems("sweep: {a: {from: 1, to: -2, count: 2, scale: log}}"))
          .containsExactly("1:26 config-type");
    }
  }

  @Nested
  class Names {

    @Test
    void holdOnlyWhatFilesMayBeNamed() {
      assertThat(names("sweep: {path: [data/a b.csv, ' : ', trailing.]}"))
          .containsExactly("path=data-a-b.csv", "path=", "path=trailing");
      assertThat(names("sweep: {layers: [[64, 32], [8]], optimiser: [{name: adam}]}"))
          .containsExactly("layers=64-32+optimiser=name-adam", "layers=8+optimiser=name-adam");
      assertThat(names("sweep: {v: [true, null, 'null', .nan]}"))
          .contains("v=true", "v=null", "v=NaN");
    }

    @Test
    void differThoughTheValuesDifferOnlyInWhatIsLeftOut() {
      List<String> names = names("sweep: {v: [a/b, 'a b', A/B, '1', 1]}");

      assertThat(names).hasSize(5).element(0).isEqualTo("v=a-b");
      assertThat(names.subList(1, 3)).allMatch(name -> name.matches("v=[aA]-[bB]-[0-9a-f]{8}"));
      assertThat(names).element(3).isEqualTo("v=1");
      assertThat(names).element(4).asString().matches("v=1-[0-9a-f]{8}");
    }

    @Test
    void areCutWhereTheyAreTooLong() {
      String text = "x".repeat(120);
      List<String> names = names("sweep: {v: [" + text + "1, " + text + "2]}");

      assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() == 100);
    }

    @Test
    void mayNotBeThoseOfDeclaredTreatments() {
      assertThat(headlines("sweep: {a: [1]}", "treatments: {a=1: {a: 2}}"))
          .containsExactly("'a=1' cannot name a treatment: a treatment of that name is declared");
      assertThat(headlines("sweep: {a: [1]}", "treatments: {A=1: {a: 2}}"))
          .containsExactly(
              "'a=1' cannot name a treatment: it differs from 'A=1' only in upper and lower case");
    }
  }

  @Test
  void aValueOfAKeyStandsThereOnce() {
    assertThat(problems("sweep: {a: [1, 2, 1.0]}")).containsExactly("1:19 config-duplicate-key");
    assertThat(headlines("sweep: {a: {from: 3, to: 3, count: 2}}"))
        .containsExactly("the sweep of 'a' holds 3 twice");
  }

  @Test
  void moreThanAThousandCombinationsAreAnError() {
    String range = "{from: 1, to: 2, count: 2000000000}";
    assertThat(headlines("sweep: {a: " + range + ", b: " + range + ", c: " + range + "}"))
        .containsExactly("the sweep makes 8000000000000000000000000000 treatments, more than 1000");
    String numbers =
        IntStream.range(0, 1001).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    assertThat(problems("sweep: {a: [" + numbers + "]}")).containsExactly("1:9 config-too-large");
  }

  @Test
  void aReservedKeyIsReportedOnce() {
    assertThat(problems("sweep: {replicate: [1, 2], a: [1]}")).containsExactly("1:9 reserved-key");
  }

  @Test
  void valuesOfTheSweepAreNoWiring() {
    assertThat(WiringDigest.of(Reading.config("sweep: {a: [1, 2]}").config()))
        .isEqualTo(WiringDigest.of(Reading.config("seed: 1").config()));
  }

  private static List<Map.Entry<String, Map<String, ?>>> treatments(String... lines) {
    ConfigFile file = Reading.config(lines);
    assertThat(Reading.headlines(file.diagnostics())).isEmpty();
    List<Map.Entry<String, Map<String, ?>>> treatments = new ArrayList<>();
    for (TreatmentConfig treatment : file.config().treatments()) {
      treatments.add(Map.entry(treatment.name().value(), Setting.toJava(treatment.settings())));
    }
    return treatments;
  }

  private static List<String> names(String... lines) {
    return treatments(lines).stream().<String>map(Map.Entry::getKey).toList();
  }

  private static List<Object> values(String range) {
    return treatments("sweep: {a: " + range + "}").stream()
        .<Object>map(treatment -> treatment.getValue().get("a"))
        .toList();
  }

  private static List<String> problems(String... lines) {
    return Reading.places(Reading.config(lines).diagnostics());
  }

  private static List<String> headlines(String... lines) {
    return Reading.headlines(Reading.config(lines).diagnostics());
  }
}

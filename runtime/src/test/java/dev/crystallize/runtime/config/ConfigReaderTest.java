package dev.crystallize.runtime.config;

import static dev.crystallize.runtime.config.Reading.located;
import static dev.crystallize.runtime.config.Reading.place;
import static dev.crystallize.runtime.config.Reading.problems;
import static dev.crystallize.runtime.config.Reading.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.config.SourceTarget.Named;
import dev.crystallize.runtime.config.SourceTarget.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an experiment is wired; its values are in {@link ConfigValuesTest}. */
class ConfigReaderTest {

  @Nested
  class TopLevel {

    @Test
    void whatIsAbsentIsEmpty() {
      ConfigFile file = Reading.config("");

      assertThat(file.isSound()).isTrue();
      assertThat(file.config()).isEqualTo(ExperimentConfig.empty("e"));
      assertThat(file.config().name()).isEqualTo("e");
    }

    @Test
    void theSimpleKeysAreReadWithTheirPlaces() {
      ExperimentConfig config =
          sound("name: study", "description: 'All of it'", "replicates: 30", "seed: -7");

      assertThat(config.name()).isEqualTo("study");
      assertThat(config.description().orElseThrow().value()).isEqualTo("All of it");
      assertThat(config.replicates()).contains(new Located<>(30, place(3, 13)));
      assertThat(config.seed()).contains(new Located<>(-7L, place(4, 7)));
    }

    @Test
    void anUnknownKeyIsReportedWhereItStands() {
      ConfigFile file = Reading.config("name: a", "", "ouputs: {a: b}");

      assertThat(Reading.places(file.diagnostics())).containsExactly("3:1 config-unknown-key");
      assertThat(Reading.headlines(file.diagnostics()))
          .containsExactly("'ouputs' is not a key of config.yaml; did you mean 'outputs'?");
    }

    @Test
    void thePartThatAMisspeltKeyMeantIsBroken() {
      ConfigFile file = Reading.config("ouputs: {a: b}");

      assertThat(file.broken()).containsExactly(ConfigPart.OUTPUTS);
    }

    @Test
    void aKeyLikeNoneMayMeanAnyPartThatIsNotGiven() {
      ConfigFile file = Reading.config("input: {a: b}", "steps: [a]", "replicates: 2");

      assertThat(file.broken())
          .contains(ConfigPart.DATASOURCE, ConfigPart.OUTPUTS, ConfigPart.HYPOTHESES)
          .doesNotContain(ConfigPart.STEPS, ConfigPart.REPLICATES);
    }

    @Test
    void aKeyLikeNoneMayMeanTheOneThatIsNeeded() {
      assertThat(problems("hypotheses: [{test: a}]")).containsExactly("1:15 config-unknown-key");
    }

    @Test
    void oneValueIsOneMistake() {
      assertThat(problems("replicates: 1e400")).containsExactly("1:13 config-type");
    }

    @Test
    void independentMistakesAreAllReported() {
      assertThat(problems("name: [a]", "replicates: many", "steps: s", "outputs: [a]", "nmae: x"))
          .containsExactly(
              "1:7 config-type",
              "2:13 config-type",
              "3:8 config-type",
              "4:10 config-type",
              "5:1 config-unknown-key");
    }

    @Test
    void theMessageSaysWhatIsExpectedAndWhatIsFound() {
      assertThat(Reading.headlines(Reading.config("replicates: many").diagnostics()))
          .containsExactly("'replicates' must be a whole number, but is the text 'many'");
      assertThat(Reading.headlines(Reading.config("steps:").diagnostics()))
          .containsExactly("'steps' must be a list of steps, but is empty");
      assertThat(Reading.headlines(Reading.config("seed: 1.5").diagnostics()))
          .containsExactly("'seed' must be a whole number, but is the number 1.5");
    }

    @Test
    void aRootThatIsNoMapIsReportedAndNothingIsKnown() {
      ConfigFile file = Reading.config("- a");

      assertThat(Reading.places(file.diagnostics())).containsExactly("1:1 config-type");
      assertThat(file.isUnreadable()).isTrue();
    }

    @Test
    void afterASyntaxErrorNothingIsKnown() {
      ConfigFile file = Reading.config("name: a", "steps: [a");

      assertThat(file.isUnreadable()).isTrue();
      assertThat(file.config()).isEqualTo(ExperimentConfig.empty("e"));
    }

    @Test
    void numbersThatDoNotFitAreReported() {
      assertThat(problems("replicates: 3000000000", "seed: 99999999999999999999"))
          .containsExactly("1:13 config-type", "2:7 config-type");
      assertThat(sound("seed: 4294967295").seed().orElseThrow().value()).isEqualTo(4294967295L);
    }

    @Test
    void whatMustBeQuotedIsReportedOnceAndNotAsAWrongTypeToo() {
      ConfigFile file = Reading.config("replicates: 012", "seed: 1_000", "name: on");

      assertThat(Reading.places(file.diagnostics()))
          .containsExactly("1:13 config-quote", "2:7 config-quote", "3:7 config-quote");
      assertThat(file.broken())
          .containsExactlyInAnyOrder(ConfigPart.REPLICATES, ConfigPart.SEED, ConfigPart.NAME);
    }

    @Test
    void anInlineConfigurationHasThePlacesOfItsCaller() {
      ConfigFile file = new ConfigReader().readInline("e", "Consumer.java", "name: [a]");

      assertThat(file.diagnostics().get(0).place()).contains(new Place("Consumer.java", 1, 7));
    }
  }

  @Nested
  class PlainScalarsWhereANameIsMeant {

    @ParameterizedTest
    @ValueSource(strings = {"null", "~", "true", "False", "1", "0.5", "1e-3", ".inf"})
    void mustBeQuoted(String plain) {
      assertThat(problems("name: " + plain)).containsExactly("1:7 config-quote");
      assertThat(problems("steps: [" + plain + "]")).containsExactly("1:9 config-quote");
      assertThat(problems("datasource: {a: " + plain + "}")).containsExactly("1:17 config-quote");
      assertThat(problems("treatments: {" + plain + ": {}}")).containsExactly("1:14 config-quote");
      assertThat(problems("hypotheses: [{verifier: " + plain + "}]"))
          .containsExactly("1:25 config-quote");
    }

    @Test
    void mayBeTheLettersYAndN() {
      assertThat(problems("name: n", "steps: [y]", "treatments: {y: {n: 1}}")).isEmpty();
    }

    @Test
    void mayBeAnythingInQuotes() {
      assertThat(problems("name: 'null'", "steps: [\"1\"]", "treatments: {'on': {}}")).isEmpty();
    }

    @Test
    void areKeptAsTheTextTheyAreSoThatNothingElseIsReported() {
      ExperimentConfig config = Reading.config("treatments: {on: {x: 1}}").config();

      assertThat(config.treatments().get(0).name().value()).isEqualTo("on");
    }
  }

  @Nested
  class Datasource {

    @Test
    void namesAndReferencesAreToldApart() {
      List<DataSourceConfig> sources =
          sound("datasource:", "  data: numbers", "  summary: producer#summary")
              .datasource()
              .orElseThrow()
              .value();

      assertThat(sources.get(0).target()).isEqualTo(new Named(located("numbers", 2, 9)));
      assertThat(sources.get(1).target())
          .isEqualTo(new Reference(place(3, 12), "producer", "summary"));
    }

    @Test
    void aReferenceIsSplitAtTheFirstHash() {
      assertThat(sound("datasource: {a: p#b#c}").datasource().orElseThrow().value().get(0).target())
          .isEqualTo(new Reference(place(1, 17), "p", "b#c"));
    }

    @Test
    void aReferenceNamesBothSides() {
      assertThat(Reading.headlines(Reading.config("datasource: {a: '#x', b: 'p#'}").diagnostics()))
          .containsExactly(
              "'#x' names no experiment; a reference has the form 'experiment#output'",
              "'p#' names no output; a reference has the form 'experiment#output'");
    }

    @Test
    void aListOfMapsIsMergedInOrder() {
      List<DataSourceConfig> sources =
          sound("datasource:", "  - {a: x, b: y}", "  - {a: z, c: w}")
              .datasource()
              .orElseThrow()
              .value();

      assertThat(sources)
          .extracting(source -> source.alias().value())
          .containsExactly("a", "b", "c");
      assertThat(sources.get(0).target()).isEqualTo(new Named(located("z", 3, 9)));
    }

    @Test
    void givenAndEmptyDiffersFromAbsent() {
      assertThat(sound("datasource: {}").datasource()).isPresent();
      assertThat(sound("").datasource()).isEmpty();
    }
  }

  @Nested
  class Steps {

    @Test
    void aStepIsANameOrANameWithParameters() {
      List<StepConfig> steps =
          sound("steps:", "  - load", "  - train: {lr: 0.1}", "  - save:")
              .steps()
              .orElseThrow()
              .value();

      assertThat(steps)
          .extracting(step -> step.name().value())
          .containsExactly("load", "train", "save");
      assertThat(Setting.toJava(steps.get(1).settings())).isEqualTo(Map.of("lr", 0.1));
      assertThat(steps.get(2).settings()).isEmpty();
    }

    @Test
    void parametersThatAreNotIndentedAreReportedAsThat() {
      ConfigFile file = Reading.config("steps:", "  - train:", "    lr: 1");

      assertThat(Reading.places(file.diagnostics())).containsExactly("3:5 config-type");
      assertThat(file.diagnostics().get(0).headline()).contains("indent it further");
    }

    @Test
    void anEmptyListIsReported() {
      assertThat(problems("steps: []")).containsExactly("1:8 config-type");
    }

    @Test
    void rulesForFailuresAreNoParameters() {
      StepConfig step =
          Reading.config("steps: [{fit: {timeout: 5m, retries: 2, backoff: 0.5, lr: 1}}]")
              .config()
              .steps()
              .orElseThrow()
              .value()
              .get(0);

      assertThat(step.settings()).hasSize(1);
      assertThat(step.failures().timeout().orElseThrow().value()).isEqualTo(Duration.ofMinutes(5));
      assertThat(step.failures().retries().orElseThrow().value()).isEqualTo(2);
      assertThat(step.failures().backoff().orElseThrow().value()).isEqualTo(Duration.ofMillis(500));
    }
  }

  @Nested
  class Outputs {

    @Test
    void theShortFormIsAFileName() {
      OutputConfig output = sound("outputs: {model: model.pb}").outputs().get(0);

      assertThat(output.fileName()).isEqualTo(located("model.pb", 1, 18));
      assertThat(output.kind()).isEqualTo(OutputKind.FILE);
    }

    @Test
    void theLongFormSaysMore() {
      OutputConfig output =
          sound("outputs:", "  summary: {file_name: s.json, writer: w, loader: l, kind: file}")
              .outputs()
              .get(0);

      assertThat(output.fileName().value()).isEqualTo("s.json");
      assertThat(output.writer()).contains(located("w", 2, 40));
      assertThat(output.loader().orElseThrow().value()).isEqualTo("l");
    }

    @Test
    void theFileIsNamedAsTheAliasUnlessGiven() {
      assertThat(sound("outputs: {summary: {}}").outputs().get(0).fileName())
          .isEqualTo(located("summary", 1, 11));
    }

    @Test
    void anUnknownKeyOfAnOutputIsReported() {
      assertThat(Reading.headlines(Reading.config("outputs: {a: {filename: x}}").diagnostics()))
          .containsExactly(
              "'filename' is not a key of the output 'a'; did you mean 'file_name', which differs"
                  + " only in case, underscores or hyphens?");
    }

    @Test
    void anotherKindIsReported() {
      assertThat(problems("outputs: {a: {kind: folder}}")).containsExactly("1:21 config-type");
    }
  }
}

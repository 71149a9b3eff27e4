package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineOptionsTest {

  /** Each with a value that it takes; an empty one for those that stand alone. */
  private static final List<String[]> ALL =
      Stream.of(
              "treatment a,b",
              "replicates 2",
              "set consumer.learning_rate=0.3",
              "resume",
              "verify",
              "seed 7",
              "parallelism 3",
              "fail-fast",
              "data here",
              "experiments there",
              "keep 2",
              "accept jdk",
              "scratch",
              "dry-run",
              "explain",
              "check",
              "debug high_lr:17",
              "csv table.csv",
              "dot graph.dot",
              "json",
              "quiet",
              "help",
              "version")
          .map(line -> ("--" + line).split(" ", -1))
          .toList();

  private static final Set<String> ADD_UP = Set.of("--treatment", "--set", "--accept");

  static Stream<List<String>> all() {
    return ALL.stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyOptionIsReadAndListedByHelp(List<String> option) {
    parse(option);

    assertThat(CommandLineOptions.helpText().lines())
        .anyMatch(line -> (line.strip() + " ").startsWith(option.get(0) + " "));
  }

  @Test
  void helpListsNoOthers() {
    assertThat(
            CommandLineOptions.helpText()
                .lines()
                .map(String::strip)
                .filter(l -> l.startsWith("--")))
        .hasSameSizeAs(ALL);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anOptionIsGivenOnceUnlessItsValuesAddUp(List<String> option) {
    List<String> twice = Stream.concat(option.stream(), option.stream()).toList();
    if (ADD_UP.contains(option.get(0))) {
      parse(twice);
    } else {
      assertThatThrownBy(() -> parse(twice))
          .isInstanceOf(UsageException.class)
          .hasMessage(option.get(0) + " is given twice");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anOptionThatTakesAValueIsRefusedWithoutAndOneThatTakesNoneIsRefusedWith(
      List<String> option) {
    String wrong = option.size() == 1 ? option.get(0) + "=yes" : option.get(0);

    assertThatThrownBy(() -> parse(List.of(wrong))).isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--res", "--Resume", "-resume-", "--dry"})
  void anOptionIsSpeltOut(String option) {
    assertThatThrownBy(() -> parse(List.of(option)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("there is no option --");
  }

  /** An environment variable that is not set must not make the working directory a data folder. */
  @ParameterizedTest
  @ValueSource(strings = {"data", "experiments", "csv", "dot"})
  void noPathAtAllIsNoPath(String option) {
    CommandLineOptions line = CommandLineOptions.parse(new String[] {"--" + option, " "});

    assertThatThrownBy(
            () -> {
              line.runOptions();
              line.csv();
              line.dot();
            })
        .isInstanceOf(UsageException.class)
        .hasMessage("--" + option + " needs a path, not ' '");
  }

  @ParameterizedTest
  @CsvSource({"--resum, --resume", "--replicate, --replicates", "--paralelism, --parallelism"})
  void aSlipIsToldWithWhatWasMeant(String written, String meant) {
    assertThatThrownBy(() -> parse(List.of(written)))
        .hasMessageEndingWith("did you mean " + meant + "?");
  }

  private static void parse(List<String> line) {
    CommandLineOptions.parse(line.toArray(new String[0]));
  }
}

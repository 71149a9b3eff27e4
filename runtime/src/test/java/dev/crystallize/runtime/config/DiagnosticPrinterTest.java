package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

  private static final String PATH = "experiments/consumer/config.yaml";

  private final DiagnosticPrinter printer = new DiagnosticPrinter();

  @Test
  void aDiagnosticIsItsTextItsSourceWithACaretAndItsDetails() {
    SourceText source = SourceText.of(PATH, "datasource:\n  producer_summary: producer#sumary\n");
    Diagnostic diagnostic =
        Diagnostic.of("consumer", Message.MISSING_ARTIFACT, "producer", "sumary")
            .at(new Place(PATH, 2, 21), source)
            .suggesting(Suggestions.of("sumary", List.of("summary")))
            .withDetail("outputs of 'producer': summary")
            .withDetail("read by: Consumer.inspectSummary(summary)");

    assertThat(printer.print(diagnostic))
        .isEqualTo(
            """
            [missing-artifact] 'producer' has no output 'sumary'; did you mean 'summary'? \
            (experiments/consumer/config.yaml:2:21)
                  2 |   producer_summary: producer#sumary
                    |                     ^
                outputs of 'producer': summary
                read by: Consumer.inspectSummary(summary)""");
  }

  @Test
  void withoutAPlaceThereIsOnlyTheText() {
    assertThat(printer.print(Diagnostic.of("e", Message.UNKNOWN_EXPERIMENT, "x")))
        .isEqualTo("[unknown-experiment] no experiment 'x'");
  }

  @Test
  void aTabIsCopiedIntoTheLineOfTheCaret() {
    assertThat(excerptOf("a:\t\tb", 5)).containsExactly("      1 | a:\t\tb", "        |   \t\t^");
  }

  @Test
  void theCaretStandsTwoColumnsFurtherForEachWideCharacter() {
    assertThat(excerptOf("日本: x", 5)).containsExactly("      1 | 日本: x", "        |       ^");
    assertThat(excerptOf("😀: x", 4)).containsExactly("      1 | 😀: x", "        |     ^");
  }

  @Test
  void theCaretDoesNotCountMarksThatJoinTheLetterBefore() {
    assertThat(excerptOf("e\u0301: x", 5))
        .containsExactly("      1 | e\u0301: x", "        |    ^");
  }

  @Test
  void controlCharactersInTheSourceAreEscaped() {
    assertThat(excerptOf("\u001b[31m: x", 8))
        .containsExactly("      1 | \\u001b[31m: x", "        | " + " ".repeat(12) + "^");
  }

  @Test
  void controlCharactersInNamesAreEscaped() {
    Diagnostic diagnostic = Diagnostic.of("e", Message.UNKNOWN_EXPERIMENT, "a\nb\u001b[1m\u202ec");

    assertThat(printer.print(diagnostic))
        .isEqualTo("[unknown-experiment] no experiment 'a\\nb\\u001b[1m\\u202ec'");
  }

  @Test
  void ofAVeryLongLineOnlyThePartAroundTheMistakeIsShown() {
    String line = "x".repeat(5000) + "!" + "y".repeat(5000);
    List<String> shown = excerptOf(line, 5001);

    assertThat(shown.get(0)).hasSizeLessThan(200);
    assertThat(shown.get(0).charAt(shown.get(1).indexOf('^'))).isEqualTo('!');
  }

  @Test
  void aLineNumberOfManyDigitsMovesNothingButItself() {
    String text = "\n".repeat(12_344) + "key: x";
    Diagnostic diagnostic =
        Diagnostic.of("e", Message.UNKNOWN_EXPERIMENT, "x")
            .at(new Place(PATH, 12_345, 6), SourceText.of(PATH, text));

    assertThat(printer.print(diagnostic).lines().skip(1))
        .containsExactly("  12345 | key: x", "        |      ^");
  }

  private List<String> excerptOf(String line, int column) {
    Diagnostic diagnostic =
        Diagnostic.of("e", Message.UNKNOWN_EXPERIMENT, "x")
            .at(new Place(PATH, 1, column), SourceText.of(PATH, line));
    return List.of(printer.print(diagnostic).split("\n", -1)).subList(1, 3);
  }
}

package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What YAML allows and people write, or what hostile files hold, as the compiler answers it. */
class StrangeYamlTest {

  private static final String CODE =
      """
      @Step @Metric static double run(@Param double rate, @Param(defaultValue = "x") String word) {
        return rate;
      }
      """;

  @ParameterizedTest
  @EnumSource
  void aByteOrderMarkWindowsLineEndsAndLettersOfAllTheWorldAreNothingToSpeakOf(Compiler compiler) {
    Example.study(
            CODE,
            """
            \uFEFFdescription: Größe, 大きさ, 😀
            treatments:
              baseline: { rate: 1 }
              größer: { rate: 2, word: 大 }
            """
                .replace("\n", "\r\n"))
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void columnsBehindSuchLettersCountLetters(Compiler compiler) {
    Example.study(CODE, "\uFEFFtreatments: { baseline: { rate: 1, word: \"大😀\", wrd: x } }\r\n")
        .in(compiler)
        .says(
            "unread-treatment-param",
            "Study",
            "\"study\"",
            "treatment 'baseline' sets 'wrd', which nothing in 'study' reads; did you mean 'word'?"
                + " (experiments/study/config.yaml:1:48)")
        .andNothingElse();
  }

  @Test
  void anchorsAliasesAndMergeKeysWork() {
    Example.study(
            CODE,
            """
            ---
            treatments:
              baseline: &base { rate: 1, word: &word fast }
              double: { <<: *base, rate: 2 }
              again: *base
              other: { rate: 3, word: *word }
            ...
            """)
        .in(Compiler.JAVAC)
        .andNothingElse();
  }

  @Test
  void aMistakeInWhatAnAliasRepeatsIsToldOnceWhereItStands() {
    Example.study(
            CODE,
            """
            treatments:
              baseline: &base { rate: fast }
              other: *base
              more: { <<: *base, word: y }
            """)
        .in(Compiler.JAVAC)
        .saysOnly("param-type", "Study", "\"study\"");
  }

  @Test
  void anEmptyFileMeansTheDefaultOfEveryKey() {
    Example.study("@Step @Metric static int one() { return 1; }", "")
        .in(Compiler.JAVAC)
        .andNothingElse();
    Example.study(CODE, "# later\n")
        .in(Compiler.JAVAC)
        .says(
            "missing-param",
            "Study",
            "rate",
            "nothing gives the parameter 'rate' of step 'run' a value")
        .andNothingElse();
  }

  @Test
  void aNullIsAnEmptyTreatmentAndElsewhereAMistake() {
    Example.study(CODE, "treatments: { baseline: { rate: 1 }, same: ~, also: }\n")
        .in(Compiler.JAVAC)
        .andNothingElse();
    Example.study(CODE, "treatments: { baseline: { rate: ~ } }\n")
        .in(Compiler.JAVAC)
        .says(
            "param-type",
            "Study",
            "\"study\"",
            "the parameter 'rate' of step 'run' takes a number, not nothing"
                + " (experiments/study/config.yaml:1:33)")
        .andNothingElse();
    Example.study(CODE, "steps: [ ~ ]\ntreatments: { baseline: { rate: 1 } }\n")
        .in(Compiler.JAVAC)
        .saysOnly("config-quote", "Study", "\"study\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "47 | on: 1 | `'on' without quotes is true to the Python tools; write \"on\"`",
        "47 | no: 1 | `'no' without quotes is false to the Python tools; write \"no\"`",
        "53 | rate: no | `'no' without quotes is false to the Python tools; write \"no\" or false`",
        "53 | rate: 012 | `'012' without quotes is the number 10 to the Python tools;"
            + " write \"012\" or a number such as 10`",
        "53 | rate: 1_000 | `'1_000' without quotes is the number 1000 to the Python tools;"
            + " write \"1_000\" or a number such as 1000`",
        "53 | `rate: 12:30` | `'12:30' without quotes is a number to base 60 to the Python tools;"
            + " write \"12:30\" or 750`",
        "53 | word: 2024-01-01 | `'2024-01-01' without quotes is a date to the Python tools;"
            + " write \"2024-01-01\"`",
      })
  void whatReadersOfYamlDisagreeOnIsToBeQuoted(int column, String entry, String headline) {
    Example.study(CODE, "treatments: { baseline: { rate: 1 }, other: { " + entry + " } }\n")
        .in(Compiler.JAVAC)
        .says(
            "config-quote",
            "Study",
            "\"study\"",
            headline + " (experiments/study/config.yaml:1:" + column + ")")
        .andNothingElse();
  }

  @Test
  void aSecondDocumentIsRefusedWhereItBegins() {
    Example.study(CODE, "treatments: { baseline: { rate: 1 } }\n---\nname: other\n")
        .in(Compiler.JAVAC)
        .says(
            "config-syntax",
            "Study",
            "\"study\"",
            "a second document starts here; a config is one document (experiments/study/config.yaml:2:1)")
        .andNothingElse();
  }

  @Test
  void aTabIsNoIndentation() {
    Example.study(CODE, "treatments:\n\tbaseline: { rate: 1 }\n")
        .in(Compiler.JAVAC)
        .says(
            "config-syntax",
            "Study",
            "\"study\"",
            "this is not YAML: a tab cannot indent; use spaces (experiments/study/config.yaml:2:1)")
        .andNothingElse();
  }

  @Test
  void aFileOfTenMegabytesIsNotRead() {
    Example.study(CODE, "# padding\n".repeat(1 << 20))
        .in(Compiler.JAVAC)
        .says(
            "config-too-large",
            "Study",
            "\"study\"",
            "the file is larger than 1 MiB (experiments/study/config.yaml:1:1)")
        .andNothingElse();
  }

  @Test
  void aThousandBracketsAreNotFollowed() {
    Example.study(CODE, "treatments: " + "[".repeat(1000) + "]".repeat(1000) + "\n")
        .in(Compiler.JAVAC)
        .says(
            "config-too-large",
            "Study",
            "\"study\"",
            "the file is nested more than 64 levels deep (experiments/study/config.yaml:1:76)")
        .andNothingElse();
  }

  @Test
  void aliasesThatMultiplyAreNotFollowed() {
    StringBuilder bomb = new StringBuilder("description: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("k%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    Example.study(CODE, bomb.toString())
        .in(Compiler.JAVAC)
        .says(
            "config-too-large",
            "Study",
            "\"study\"",
            "the file holds more than 10000 keys and values, aliases expanded (experiments/study/config.yaml:12:12)")
        .andNothingElse();
  }
}

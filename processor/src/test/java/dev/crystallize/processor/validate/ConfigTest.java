package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a configuration by itself, as the compiler shows it. */
class ConfigTest {

  private static final String CODE =
      "@Step\nstatic void run(@Param(defaultValue = \"1\") int on) {}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "config-syntax | `steps: [ run`",
        "config-unknown-key | `step: [ run ]`",
        "config-duplicate-key | `steps: [ run ]\nsteps: [ run ]`",
        "config-type | `steps: [ run ]\nreplicates: many`",
        "config-quote | `steps: [ run ]\ntreatments: { low: { on: 1 } }`",
      })
  void theOnlyErrorIsThatOfTheFile(String id, String yaml) {
    for (Compiler compiler : Compiler.values()) {
      Example.study(CODE, yaml + "\n").in(compiler).saysOnly(id, "Study", "\"study\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownKeySilencesNoRuleThatDoesNotRestOnIt(Compiler compiler) {
    Example.study(CODE, "stps: [ run ]\nsteps: [ rn ]\n")
        .in(compiler)
        .says(
            "config-unknown-key",
            "Study",
            "\"study\"",
            "'stps' is not a key of config.yaml; did you mean 'steps'?"
                + " (experiments/study/config.yaml:1:1)")
        .says(
            "unknown-step",
            "Study",
            "\"study\"",
            "no step 'rn' in Study; did you mean 'run'? (experiments/study/config.yaml:2:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void namesThatNoFolderCanHaveAreRefusedWhereTheyStand(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(Output<String> text) {}\n",
            """
            steps: [ run ]
            outputs: { text: a/b.txt }
            treatments: { replicate_1: {}, a/b: {}, High: {}, high: {} }
            """)
        .in(compiler)
        .says(
            "output-file-name",
            "Study",
            "\"study\"",
            "'a/b.txt' cannot name a file: it contains '/'; letters, digits, '_', '.', '-', '+',"
                + " '=' and inner spaces are allowed (experiments/study/config.yaml:2:18)")
        .says(
            "treatment-name",
            "Study",
            "\"study\"",
            "'replicate_1' cannot name a treatment: a file or folder of that name lies beside the"
                + " treatment's data (experiments/study/config.yaml:3:15)")
        .says(
            "treatment-name",
            "Study",
            "\"study\"",
            "'a/b' cannot name a treatment: it contains '/'; letters, digits, '_', '.', '-', '+',"
                + " '=' and inner spaces are allowed (experiments/study/config.yaml:3:32)")
        .says(
            "treatment-name",
            "Study",
            "\"study\"",
            "'high' cannot name a treatment: it differs from 'High' only in upper and lower case"
                + " (experiments/study/config.yaml:3:51)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void twoOutputsNeedTwoFilesAndOneReplicateIsTheLeast(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(Output<String> one, Output<String> two) {}\n",
            """
            steps: [ run ]
            outputs: { one: text.txt, two: Text.txt }
            replicates: 0
            """)
        .in(compiler)
        .says(
            "output-file-collision",
            "Study",
            "\"study\"",
            "the outputs 'one' and 'two' have the same file 'Text.txt'"
                + " (experiments/study/config.yaml:2:32)")
        .says(
            "replicates",
            "Study",
            "\"study\"",
            "replicates must be at least 1, but is 0 (experiments/study/config.yaml:3:13)")
        .andNothingElse();
  }
}

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
}

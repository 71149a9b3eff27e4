package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that several things have, where one can be meant. */
class AmbiguousNameTest {

  @ParameterizedTest
  @EnumSource
  void twoMethodsOfOneNameAreNamedBoth(Compiler compiler) {
    Example.study(
            """
            @Step
            static void run() {}

            @Step
            static void run(Context context) {}
            """,
            "steps: [ run ]\n")
        .in(compiler)
        .says(
            "ambiguous-name",
            "Study",
            "\"study\"",
            "the step 'run' may be any of Study.run(), Study.run(Context)"
                + " (experiments/study/config.yaml:1:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void twoWritersOfOneTypeMustBeToldApart(Compiler compiler) {
    Example.study(
            """
            @Step
            static void run(Output<Thread> thread) {}

            @Writer
            static String one(Thread thread) {
              return "";
            }

            @Writer
            static byte[] two(Thread thread) {
              return new byte[0];
            }
            """,
            "steps: [ run ]\noutputs: { thread: thread.bin }\n")
        .in(compiler)
        .says(
            "ambiguous-name",
            "Study",
            "\"study\"",
            "the output 'thread' has several writers for Thread:"
                + " Study.one(Thread), Study.two(Thread); name one"
                + " (experiments/study/config.yaml:2:12)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOutputWrittenByTwoStepsNamesBoth(Compiler compiler) {
    Example.study(
            """
            @Step
            static void one(Output<String> text) {}

            @Step
            static void two(Output<String> text) {}
            """,
            "steps: [ one, two ]\noutputs: { text: text.txt }\n")
        .in(compiler)
        .says(
            "output-written-twice",
            "Study",
            "\"study\"",
            "the output 'text' is written by the steps 'one', 'two'"
                + " (experiments/study/config.yaml:2:12)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void twoClassesOfOneExperimentAreTwo(Compiler compiler) {
    Example.pair()
        .java(
            "Other",
            "@Experiment(\"producer\")\nclass Other {\n  @Step static void other() {}\n}\n")
        .in(compiler)
        .says(
            "duplicate-experiment",
            "Producer",
            "\"producer\"",
            "two experiments are named 'producer': com.acme.Other and com.acme.Producer")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void stepsThatNoYamlListsNeedNamesOfTheirOwn(Compiler compiler) {
    Example.study(
            """
            @Step
            static void run() {}

            @Step
            static void run(Context context) {}
            """,
            "description: all steps of the class\n")
        .in(compiler)
        .says(
            "ambiguous-name",
            "Study",
            "run(Context",
            "the step 'run' may be any of Study.run(), Study.run(Context)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aNameAnotherExperimentHasIsADuplicateWhereItIsDeclared(Compiler compiler) {
    Example.pair()
        .yaml(
            "consumer",
            """
            name: Producer
            datasource: { summary: producer#summary }
            steps: [ inspect_summary ]
            """)
        .in(compiler)
        .says(
            "duplicate-experiment",
            "Consumer",
            "\"consumer\"",
            "two experiments are named 'Producer': com.acme.Producer and com.acme.Consumer"
                + " (experiments/consumer/config.yaml:1:7)")
        .andNothingElse();
  }
}

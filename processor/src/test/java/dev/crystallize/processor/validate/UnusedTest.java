package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is there and used by nothing. */
class UnusedTest {

  @ParameterizedTest
  @EnumSource
  void whatNothingUsesIsAWarning(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int spare() {
              return 1;
            }

            @Step
            static void one() {}

            @Step
            static void two() {}
            """,
            "steps: [ one ]\n")
        .in(compiler)
        .says(
            "unused-code", "Study", "spare()", "no experiment of Study uses the datasource 'spare'")
        .asWarning()
        .says("unused-step", "Study", "two()", "no experiment of Study lists the step 'two'")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anInputThatNobodyReadsIsAWarning(Compiler compiler) {
    Example.pair()
        .yaml(
            "consumer",
            """
            datasource:
              summary: producer#summary
              again: producer#summary
            steps: [ inspect_summary ]
            """)
        .in(compiler)
        .says(
            "unused-input",
            "Consumer",
            "\"consumer\"",
            "no step reads the input 'again' (experiments/consumer/config.yaml:3:3)")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOutputOfAStepThatIsNotListedSaysWhichStep(Compiler compiler) {
    Example.study(
            """
            @Step
            static void one() {}

            @Step
            @SuppressWarnings("unused-step")
            static void two(Output<String> text) {
              text.write("2");
            }
            """,
            "steps: [ one ]\noutputs: { text: text.txt }\n")
        .in(compiler)
        .says(
            "unused-output",
            "Study",
            "\"study\"",
            "no step writes the output 'text' (experiments/study/config.yaml:2:12)")
        .adding("step 'two' writes it, but does not stand under steps")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aClassOfWhichNothingIsUsedIsAWarning(Compiler compiler) {
    Example.empty()
        .java("Tools", "final class Tools {\n  @Step static void other() {}\n}\n")
        .java("More", "final class More {\n  @Step static void more() {}\n}\n")
        .java(
            "Study",
            """
            @Experiment(value = "study", uses = {More.class, Tools.class})
            final class Study {
              @Step
              static void look() {}
            }
            """)
        .yaml("study", "steps: [ look, more ]\n")
        .in(compiler)
        .says("unused-code", "Study", ".class})", "no experiment of Study uses anything of Tools")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anUpstreamThatNobodyReadsIsAWarning(Compiler compiler) {
    Example.pair()
        .java(
            "Study",
            """
            @Experiment(value = "study", upstream = Producer.class)
            final class Study {
              @Step
              static void look() {}
            }
            """)
        .yaml("study", "steps: [ look ]\n")
        .in(compiler)
        .says("unused-code", "Study", ".class)", "no experiment of Study reads from Producer")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void whatHasAnnotationsOfAStepAndIsNoneIsAWarning(Compiler compiler) {
    Example.study(
            """
            @Step
            static void look() {}

            @Metric
            static int count() {
              return 1;
            }

            static void train(@Param int depth) {}

            Study(@Param int depth) {}
            """,
            "replicates: 1\n")
        .in(compiler)
        .says(
            "unused-code",
            "Study",
            "count()",
            "nothing uses Study.count, which has @Metric but is not marked @Step")
        .asWarning()
        .says(
            "unused-code",
            "Study",
            "train(",
            "nothing uses Study.train, which has @Param but is not marked @Step")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aClassWithAConfigurationThatIsNotMarkedIsAWarning(Compiler compiler) {
    Example.pair()
        .java(
            "Later",
            """
            final class Later {
              static final class LastOne {
                @Step
                static void look() {}
              }
            }
            """)
        .yaml("last_one", "steps: [ look ]\n")
        .in(compiler)
        .says(
            "unused-code",
            "Later",
            "class LastOne",
            "no experiment reads experiments/last_one/config.yaml,"
                + " for the class LastOne is not marked @Experiment")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anUnmarkedClassThatIsReadFromIsToldByTheReaderAlone(Compiler compiler) {
    Example.pair()
        .java(
            "Producer",
            """
            final class Producer {
              record Summary(double total) {}

              @Step
              static void produceSummary(Output<Summary> summary) {}
            }
            """)
        .in(compiler)
        .saysOnly("unknown-experiment", "Consumer", "\"consumer\"");
  }

  @ParameterizedTest
  @EnumSource
  void aClassThatOthersUseAndAFolderWithoutAClassAreLeftAlone(Compiler compiler) {
    Example.empty()
        .java("Tools", "final class Tools {\n  @Step static void more() {}\n}\n")
        .java(
            "Study",
            """
            @Experiment(value = "study", uses = Tools.class)
            final class Study {
              @Step
              static void look() {}
            }
            """)
        .yaml("study", "steps: [ look, more ]\n")
        .yaml("tools", "steps: [ more ]\n")
        .yaml("abandoned", "steps: [ more ]\n")
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aForgottenStepThatIsMissedIsToldOnce(Compiler compiler) {
    Example.study("static void look(@Param int depth) {}\n", "steps: [ { look: { depth: 1 } } ]\n")
        .in(compiler)
        .saysOnly("unknown-step", "Study", "\"study\"");
  }
}

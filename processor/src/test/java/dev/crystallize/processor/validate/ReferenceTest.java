package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** References from one experiment to the outputs of another. */
class ReferenceTest {

  @ParameterizedTest
  @EnumSource
  void twoExperimentsThatFitAreNothingToSpeakOf(Compiler compiler) {
    Example.pair().in(compiler).andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltOutputIsOneErrorWithWhatThereIsAndWhoReadsIt(Compiler compiler) {
    Example.pair()
        .yaml(
            "consumer",
            """
            datasource:
              summary: producer#sumary
            steps:
              - inspect_summary
            """)
        .in(compiler)
        .says(
            "missing-artifact",
            "Consumer",
            "\"consumer\"",
            "'producer' has no output 'sumary'; did you mean 'summary'?"
                + " (experiments/consumer/config.yaml:2:12)")
        .adding("outputs of 'producer': summary")
        .adding("read by: Consumer.inspectSummary(summary)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOutputOfAnotherNameIsAnsweredWithTheKnownOnes(Compiler compiler) {
    Example.pair()
        .yaml("consumer", "datasource: { summary: producer#model }\nsteps: [ inspect_summary ]\n")
        .in(compiler)
        .says(
            "missing-artifact",
            "Consumer",
            "\"consumer\"",
            "'producer' has no output 'model'; known: summary"
                + " (experiments/consumer/config.yaml:1:24)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anExperimentWithoutOutputsSaysSo(Compiler compiler) {
    Example.pair()
        .java(
            "Producer",
            """
            @Experiment("producer")
            final class Producer {
              record Summary(double total) {}

              @Step
              static void produceSummary() {}
            }
            """)
        .yaml("producer", "steps: [ produce_summary ]\n")
        .in(compiler)
        .says(
            "missing-artifact",
            "Consumer",
            "\"consumer\"",
            "'producer' has no output 'summary' (experiments/consumer/config.yaml:2:12)")
        .adding("'producer' has no outputs")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltExperimentIsOneErrorHoweverManyInputsNeedIt(Compiler compiler) {
    Example.pair()
        .java(
            "Consumer",
            """
            @Experiment("consumer")
            final class Consumer {
              @Step
              static void inspect(@Artifact Producer.Summary one, @Artifact Producer.Summary other) {}
            }
            """)
        .yaml(
            "consumer",
            """
            datasource:
              one: prodcer#summary
              other: prodcer#summary
            steps: [ inspect ]
            """)
        .in(compiler)
        .says(
            "unknown-experiment",
            "Consumer",
            "\"consumer\"",
            "no experiment 'prodcer'; did you mean 'producer'?"
                + " (experiments/consumer/config.yaml:2:8)")
        .adding("needed by: one, other")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anExperimentMayBeCalledByItsDeclaredName(Compiler compiler) {
    Example.pair()
        .yaml(
            "producer",
            """
            name: source of summaries
            outputs: { summary: summary.json }
            steps: [ produce_summary ]
            """)
        .yaml(
            "consumer",
            "datasource: { summary: source of summaries#summary }\nsteps: [ inspect_summary ]\n")
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aConsumerSaysNothingAboutAnUpstreamThatCannotBeRead(Compiler compiler) {
    Example.pair()
        .yaml("producer", "outputs: { summary: summary.json }\nsteps: [ produce_summary\n")
        .yaml("consumer", "datasource: { summary: producer#sumary }\nsteps: [ inspect_summary ]\n")
        .in(compiler)
        .says(
            "config-syntax",
            "Producer",
            "\"producer\"",
            "this is not YAML: expected ',' or ']', but the file ends in a list in brackets"
                + " (experiments/producer/config.yaml:2:25)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aCircleIsToldOnceWithItsWholePath(Compiler compiler) {
    circle()
        .in(compiler)
        .says(
            "cycle",
            "Study",
            "\"a\"",
            "the experiments need each other: a -> b -> c -> a (experiments/a/config.yaml:1:19)")
        .adding("'b' reads 'c' at experiments/b/config.yaml:1:19")
        .adding("'c' reads 'a' at experiments/c/config.yaml:1:19")
        .andNothingElse();
  }

  private static Example circle() {
    Example example =
        Example.empty()
            .java(
                "Study",
                """
                @Experiment({"a", "b", "c"})
                class Study {
                  @Step
                  @Artifact("out")
                  static String pass(@Artifact String in) {
                    return in;
                  }
                }
                """);
    String[][] reads = {{"a", "b"}, {"b", "c"}, {"c", "a"}};
    for (String[] read : reads) {
      example =
          example.yaml(
              read[0],
              "datasource: { in: %s#out }\noutputs: { out: out.txt }\nsteps: [ pass ]\n"
                  .formatted(read[1]));
    }
    return example;
  }

  @ParameterizedTest
  @EnumSource
  void anExperimentDoesNotReadItself(Compiler compiler) {
    Example.study(
            """
            @Step
            @Artifact("out")
            static String pass(@Artifact String in) {
              return in;
            }
            """,
            "datasource: { in: study#out }\noutputs: { out: out.txt }\nsteps: [ pass ]\n")
        .in(compiler)
        .says(
            "cycle",
            "Study",
            "\"study\"",
            "'study' reads its own output (experiments/study/config.yaml:1:19)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void twoCirclesThatShareAnExperimentAreTwoErrors(Compiler compiler) {
    Example.empty()
        .java(
            "Study",
            """
            @Experiment({"a", "b", "c"})
            class Study {
              @Step
              @Artifact("out")
              static String join(@Artifact String one, @Artifact String two) {
                return one + two;
              }
            }
            """)
        .yaml(
            "a",
            "datasource: { one: b#out, two: c#out }\noutputs: { out: o.txt }\nsteps: [ join ]\n")
        .yaml(
            "b",
            "datasource: { one: a#out, two: a#out }\noutputs: { out: o.txt }\nsteps: [ join ]\n")
        .yaml(
            "c",
            "datasource: { one: a#out, two: a#out }\noutputs: { out: o.txt }\nsteps: [ join ]\n")
        .in(compiler)
        .says(
            "cycle",
            "Study",
            "\"a\"",
            "the experiments need each other: a -> b -> a (experiments/a/config.yaml:1:20)")
        .says(
            "cycle",
            "Study",
            "\"a\"",
            "the experiments need each other: a -> c -> a (experiments/a/config.yaml:1:32)")
        .andNothingElse();
  }
}

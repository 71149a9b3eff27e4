package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a configuration gives every parameter a value, and every value has a reader. */
class ParamTest {

  private static final String TRAIN =
      """
      @Step
      static void train(@Param double learningRate, @Param int batchSize) {}
      """;

  @ParameterizedTest
  @EnumSource
  void theStepsOwnMapTheBaselineAndADefaultAllGiveAValue(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int numbers(@Param int size) {
              return size;
            }

            @Step
            static void train(
                int numbers,
                @Param double learningRate,
                @Param("Batch") int batchSize,
                @Param(defaultValue = "[1, 2]") List<Integer> layers,
                @Param(defaultValue = "no") String text) {}
            """,
            """
            datasource: { numbers: numbers }
            steps: [ { train: { Batch: 3 } } ]
            treatments:
              baseline: { learning_rate: 1, size: 10 }
              high: { learningRate: 0.5 }
            """)
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatNothingGivesIsMissedAtItsParameter(Compiler compiler) {
    Example.study(TRAIN, "steps: [ train ]\ntreatments: { baseline: { batch_size: 3 } }\n")
        .in(compiler)
        .says(
            "missing-param",
            "Study",
            "learningRate",
            "nothing gives the parameter 'learning_rate' of step 'train' a value")
        .adding(
            "add it to experiments/study/config.yaml:"
                + " treatments: { baseline: { learning_rate: ... } }")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatSeveralStepsMissIsOneError(Compiler compiler) {
    Example.study(
            """
            @Step
            static void one(@Param int size) {}

            @Step
            static void two(@Param int size) {}
            """,
            "steps: [ one, two ]\n")
        .in(compiler)
        .says(
            "missing-param",
            "Study",
            "size) {}",
            "nothing gives the parameter 'size' of step 'one' a value")
        .adding("needed by: Study.one(size), Study.two(size)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatOnlyATreatmentGivesIsMissingInTheBaseline(Compiler compiler) {
    Example.study(
            "@Step\nstatic void train(@Param double learningRate) {}\n",
            "steps: [ train ]\ntreatments: { high: { learning_rate: 3 } }\n")
        .in(compiler)
        .says(
            "missing-param",
            "Study",
            "learningRate",
            "nothing gives the parameter 'learning_rate' of step 'train' a value")
        .adding("only set by 'high'; the baseline needs it too")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOptionalThatNothingGivesAValueIsEmpty(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int numbers(@Param Optional<Integer> size) {
              return size.orElse(1);
            }

            @Step
            static void train(int numbers, @Param Optional<Double> rate, Metrics metrics) {}

            @Verifier
            static Map<String, Object> judge(Samples a, Samples b, @Param Optional<Integer> least) {
              return Map.of();
            }
            """,
            """
            datasource: { numbers: numbers }
            treatments: { high: { rate: 0.5 } }
            hypotheses: [ { verifier: judge } ]
            """)
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltKeyInTheBaselineIsOneErrorAndNotAMissingValueToo(Compiler compiler) {
    Example.study(
            TRAIN,
            """
            steps: [ train ]
            treatments:
              baseline: { learnin_rate: 0.1, batch_size: 3 }
            """)
        .in(compiler)
        .says(
            "unread-treatment-param",
            "Study",
            "\"study\"",
            "treatment 'baseline' sets 'learnin_rate', which nothing in 'study' reads;"
                + " did you mean 'learning_rate'? (experiments/study/config.yaml:3:15)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltKeyInAStepsMapIsOneErrorAndNotAMissingValueToo(Compiler compiler) {
    Example.study(TRAIN, "steps: [ { train: { learning_rat: 0.1, batch_size: 3 } } ]\n")
        .in(compiler)
        .says(
            "unknown-param",
            "Study",
            "\"study\"",
            "step 'train' has no parameter 'learning_rat'; did you mean 'learning_rate'?"
                + " (experiments/study/config.yaml:1:21)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatSeveralTreatmentsSetInVainIsOneError(Compiler compiler) {
    Example.study(
            "@Step\nstatic void train() {}\n",
            """
            steps: [ train ]
            treatments:
              low: { depth: 3 }
              high: { depth: 9 }
            """)
        .in(compiler)
        .says(
            "unread-treatment-param",
            "Study",
            "\"study\"",
            "treatment 'low' sets 'depth', which nothing in 'study' reads"
                + " (experiments/study/config.yaml:3:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aStepWithAContextMightReadAnyKeySoItIsAWarning(Compiler compiler) {
    Example.study(
            "@Step\nstatic void train(Context context) {}\n",
            "steps: [ train ]\ntreatments: { low: { depth: 3 } }\n")
        .in(compiler)
        .says(
            "unread-treatment-param",
            "Study",
            "\"study\"",
            "treatment 'low' sets 'depth', which only a Context in 'study' can read"
                + " (experiments/study/config.yaml:2:22)")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTreatmentCannotChangeWhatEveryStepFixes(Compiler compiler) {
    Example.study(
            "@Step\nstatic void train(@Param int depth) {}\n",
            "steps: [ { train: { depth: 1 } } ]\ntreatments: { low: { depth: 3 } }\n")
        .in(compiler)
        .says(
            "shadowed-treatment-param",
            "Study",
            "\"study\"",
            "treatment 'low' sets 'depth', but step 'train' fixes it"
                + " (experiments/study/config.yaml:2:22)")
        .adding("fixed at experiments/study/config.yaml:1:21")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTreatmentThatOneOfTwoStepsReadsIsSound(Compiler compiler) {
    Example.study(
            "@Step\nstatic void train(@Param int depth) {}\n",
            """
            steps: [ { train: { depth: 1 } }, train ]
            treatments: { baseline: { depth: 2 }, low: { depth: 3 } }
            """)
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownStepSilencesWhatItMightHaveRead(Compiler compiler) {
    Example.study(TRAIN, "steps: [ trai ]\ntreatments: { low: { learning_rate: 3 } }\n")
        .in(compiler)
        .says(
            "unknown-step",
            "Study",
            "\"study\"",
            "no step 'trai' in Study; did you mean 'train'? (experiments/study/config.yaml:1:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aValueSetInTheWrongExperimentIsFound(Compiler compiler) {
    Example.pair()
        .java(
            "Consumer",
            """
            @Experiment("consumer")
            final class Consumer {
              @Step
              static void inspectSummary(@Artifact Producer.Summary summary, @Param int depth) {}
            }
            """)
        .yaml(
            "producer",
            """
            outputs: { summary: summary.json }
            steps: [ produce_summary ]
            treatments: { low: { depth: 2 } }
            """)
        .in(compiler)
        .says(
            "missing-param",
            "Consumer",
            "depth",
            "nothing gives the parameter 'depth' of step 'inspect_summary' a value")
        .adding("set in the wrong experiment: experiments/producer/config.yaml:3:22")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void whatEveryTaskIsGivenIsNoParameter(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(@Param int replicate) {}\n",
            "steps: [ run ]\ntreatments: { low: { condition: 3 } }\n")
        .in(compiler)
        .says(
            "reserved-key",
            "Study",
            "replicate",
            "'replicate' cannot be a parameter: every task is given it; take a Context and ask it")
        .says(
            "reserved-key",
            "Study",
            "\"study\"",
            "'condition' cannot be a parameter: every task is given it; take a Context and ask it"
                + " (experiments/study/config.yaml:2:22)")
        .andNothingElse();
  }
}

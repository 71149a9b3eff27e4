package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hypotheses, the metrics they speak of, and the replicates they rest on. */
class HypothesisTest {

  private static final String CODE =
      """
      record Scores(double accuracy, double logLoss) {}

      @Step
      @Metric
      static Scores evaluate(@Param(defaultValue = "1") int size) {
        return new Scores(1, 2);
      }

      @Verifier
      static Map<String, Object> compare(Samples baseline, Samples treatment, @Param double alpha) {
        return Map.of();
      }
      """;

  private static Example with(String hypotheses) {
    return Example.study(
        CODE,
        "steps: [ evaluate ]\ntreatments: { small: { size: 2 } }\nhypotheses:\n"
            + hypotheses.indent(2));
  }

  @ParameterizedTest
  @EnumSource
  void aHypothesisOnWhatIsRecordedIsSound(Compiler compiler) {
    with("- { verifier: compare, metrics: [ accuracy, log_loss ], params: { alpha: 0.05 } }")
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMetricThatNoStepRecordsIsTold(Compiler compiler) {
    with("- { verifier: compare, metrics: acuracy, params: { alpha: 0.05 } }")
        .in(compiler)
        .says(
            "hypothesis-metric",
            "Study",
            "\"study\"",
            "no step of 'study' records the metric 'acuracy'; did you mean 'accuracy'?"
                + " (experiments/study/config.yaml:4:35)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltVerifierIsTold(Compiler compiler) {
    with("- { verifier: compar, metrics: accuracy }")
        .in(compiler)
        .says(
            "unknown-verifier",
            "Study",
            "\"study\"",
            "no verifier 'compar' in Study; did you mean 'compare'?"
                + " (experiments/study/config.yaml:4:17)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aReadyVerifierWithoutItsLibraryIsToldWithTheDependencyToAdd(Compiler compiler) {
    with("- { verifier: welch_t_test, metrics: accuracy }")
        .in(compiler)
        .says(
            "unknown-verifier",
            "Study",
            "\"study\"",
            "no verifier 'welch_t_test' in Study; known: compare"
                + " (experiments/study/config.yaml:4:17)")
        .adding(
            "tests such as paired_t_test come with the dependency"
                + " dev.crystallize:crystallize-stats")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsTestedTwiceInTheSameWay(Compiler compiler) {
    with("""
            - { verifier: compare, metrics: [[accuracy], [accuracy]], params: { alpha: 1 } }
            - { verifier: compare, metrics: accuracy, params: { alpha: 2 } }
            - { verifier: compare, metrics: accuracy, params: { alpha: 2 } }
            """)
        .in(compiler)
        .says(
            "config-duplicate-key",
            "Study",
            "\"study\"",
            "'compare' tests accuracy twice in the same way, the first time in line 4"
                + " (experiments/study/config.yaml:4:49)")
        .says(
            "config-duplicate-key",
            "Study",
            "\"study\"",
            "'compare' tests accuracy twice in the same way, the first time in line 5"
                + " (experiments/study/config.yaml:6:35)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anEntryThatIsThereTwiceIsToldOnce(Compiler compiler) {
    String entry =
        "- { verifier: compare, metrics: [[accuracy], [log_loss]], params: { alpha: 1 } }";
    with(entry + "\n" + entry).in(compiler).saysOnly("config-duplicate-key", "Study", "\"study\"");
  }

  @ParameterizedTest
  @EnumSource
  void aMetricStandsOnceInAGroup(Compiler compiler) {
    with("- { verifier: compare, metrics: [accuracy, accuracy], params: { alpha: 1 } }")
        .in(compiler)
        .says(
            "config-duplicate-key",
            "Study",
            "\"study\"",
            "'accuracy' is given twice, the first time in line 4"
                + " (experiments/study/config.yaml:4:46)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void withTheLibraryItsVerifiersAreNamedBehindThoseOfTheClass(Compiler compiler) {
    with("- { verifier: unheard_of, metrics: accuracy }")
        .java(
            "dev.crystallize.stats",
            "Verifiers",
            """
            public final class Verifiers {
              @Verifier
              public static Map<String, Object> pairedTTest(Samples one, Samples other) {
                return Map.of();
              }
            }
            """)
        .in(compiler)
        .says(
            "unknown-verifier",
            "Study",
            "\"study\"",
            "no verifier 'unheard_of' in Study; known: compare, paired_t_test"
                + " (experiments/study/config.yaml:4:17)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aReadyVerifierTestsOneMetricAtATime(Compiler compiler) {
    String message =
        "verifier 'sign_test' tests one metric at a time, not accuracy, log_loss together";
    String remedy = "for a test of each, write a group for each: metrics: [[accuracy], [log_loss]]";
    withReady("- { verifier: sign_test, metrics: [ accuracy, log_loss ] }")
        .in(compiler)
        .says(
            "hypothesis-metric",
            "Study",
            "\"study\"",
            message + " (experiments/study/config.yaml:4:49)")
        .adding(remedy)
        .andNothingElse();
    withReady("- { verifier: sign_test }")
        .in(compiler)
        .says(
            "hypothesis-metric",
            "Study",
            "\"study\"",
            message + " (experiments/study/config.yaml:4:17)")
        .adding(remedy)
        .andNothingElse();
    withReady("- { verifier: sign_test, metrics: [ [ accuracy ], [ log_loss ] ] }")
        .in(compiler)
        .andNothingElse();
    withReady("- { verifier: sign_test, mterics: accuracy }")
        .in(compiler)
        .saysOnly("config-unknown-key", "Study", "\"study\"");
  }

  /** With the ready verifiers on the class path, or one that stands for them. */
  private static Example withReady(String hypotheses) {
    return with(hypotheses + "\n- { verifier: compare, params: { alpha: 0.05 } }")
        .java(
            "dev.crystallize.stats",
            "Verifiers",
            """
            public final class Verifiers {
              @Verifier
              public static Map<String, Object> signTest(Samples baseline, Samples treatment) {
                return Map.of();
              }
            }
            """);
  }

  @ParameterizedTest
  @EnumSource
  void theParametersOfAVerifierAreCheckedLikeThoseOfAStep(Compiler compiler) {
    with("- { verifier: compare, params: { alpha: high } }")
        .in(compiler)
        .says(
            "param-type",
            "Study",
            "\"study\"",
            "the parameter 'alpha' of verifier 'compare' takes a number, not \"high\""
                + " (experiments/study/config.yaml:4:43)")
        .andNothingElse();
    with("- { verifier: compare }")
        .in(compiler)
        .says(
            "missing-param",
            "Study",
            "alpha)",
            "nothing gives the parameter 'alpha' of verifier 'compare' a value")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void withoutTreatmentsThereIsNothingToCompare(Compiler compiler) {
    Example.study(
            CODE,
            "steps: [ evaluate ]\nhypotheses: [ { verifier: compare, params: { alpha: 1 } } ]\n")
        .in(compiler)
        .says(
            "hypothesis-without-treatments",
            "Study",
            "\"study\"",
            "'study' has no treatment to compare with the baseline"
                + " (experiments/study/config.yaml:2:15)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTreatmentOfAnUpstreamIsEnough(Compiler compiler) {
    Example.pair()
        .java(
            "Consumer",
            """
            @Experiment("consumer")
            final class Consumer {
              @Step
              @Metric
              static double inspectSummary(@Artifact Producer.Summary summary) {
                return 1;
              }

              @Verifier
              static Map<String, Object> compare(Samples baseline, Samples treatment) {
                return Map.of();
              }
            }
            """)
        .yaml(
            "producer",
            """
            outputs: { summary: summary.json }
            steps: [ produce_summary ]
            treatments: { low: {} }
            """)
        .yaml(
            "consumer",
            """
            datasource: { summary: producer#summary }
            steps: [ inspect_summary ]
            hypotheses: [ { verifier: compare } ]
            """)
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMetricIsRecordedOnce(Compiler compiler) {
    Example.study(
            """
            @Step
            @Metric("score")
            static double one() {
              return 1;
            }

            @Step
            @Metric("score")
            static double two() {
              return 1;
            }
            """,
            "steps: [ one, two ]\n")
        .in(compiler)
        .says(
            "metric-name",
            "Study",
            "\"score\"",
            "the metric 'score' is recorded by the steps 'one', 'two'")
        .andNothingElse();
  }

  private static Example diamond(int left, int right) {
    return Example.empty()
        .java(
            "Study",
            """
            @Experiment({"left", "right"})
            class Study {
              @Step
              @Artifact("out")
              static String make() {
                return "";
              }
            }
            """)
        .java(
            "Both",
            """
            @Experiment("both")
            class Both {
              @Step
              static void join(@Artifact String one, @Artifact String two) {}
            }
            """)
        .yaml("left", "replicates: %d\noutputs: { out: o.txt }\nsteps: [ make ]\n".formatted(left))
        .yaml(
            "right", "replicates: %d\noutputs: { out: o.txt }\nsteps: [ make ]\n".formatted(right))
        .yaml("both", "datasource: { one: left#out, two: right#out }\nsteps: [ join ]\n");
  }

  @ParameterizedTest
  @EnumSource
  void inputsOfDifferentReplicatesCannotBePaired(Compiler compiler) {
    diamond(3, 5)
        .in(compiler)
        .says(
            "replicate-mismatch",
            "Both",
            "\"both\"",
            "'both' reads 3 replicates of 'left' and 5 of 'right'"
                + " (experiments/both/config.yaml:1:35)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void oneReplicateGoesWithAnyNumber(Compiler compiler) {
    diamond(1, 5).in(compiler).andNothingElse();
  }
}

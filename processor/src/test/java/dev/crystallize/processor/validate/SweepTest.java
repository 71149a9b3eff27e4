package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The treatments that {@code sweep} makes. */
class SweepTest {

  private static final String TRAIN =
      """
      @Step
      @Metric
      static double train(@Param double rate, @Param int depth) {
        return rate * depth;
      }
      """;

  private static final String HEADER =
      """
      steps: [ train ]
      treatments: { baseline: { rate: 0.1, depth: 1 } }
      """;

  @ParameterizedTest
  @EnumSource
  void aSweepIsWhatItsTreatmentsWouldBe(Compiler compiler) {
    Example.study(
            TRAIN
                + """

                @Verifier
                static Map<String, Object> better(Samples baseline, Samples treatment) {
                  return Map.of("p_value", 0.5);
                }

                static final List<String> NAMES =
                    List.of(StudyGraph.Treatments.RATE_0_1_DEPTH_1,
                        StudyGraph.Treatments.RATE_1_DEPTH_3);
                """,
            HEADER
                + """
                sweep: { rate: [ 0.1, 1 ], depth: { from: 1, to: 3, count: 3 } }
                hypotheses: [ { verifier: better } ]
                """)
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aValueOfTheWrongTypeIsReportedOnceWhereItStands(Compiler compiler) {
    Example.study(TRAIN, HEADER + "sweep: { depth: [ 1, x, 3 ], rate: [ 1, 2 ] }\n")
        .in(compiler)
        .says(
            "param-type",
            "Study",
            "\"study\"",
            "the parameter 'depth' of step 'train' takes a whole number, not \"x\""
                + " (experiments/study/config.yaml:3:22)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aRangeWithFractionsDoesNotFitAWholeNumber(Compiler compiler) {
    Example.study(TRAIN, HEADER + "sweep: { depth: { from: 1, to: 2, count: 5 } }\n")
        .in(compiler)
        .saysOnly("param-type", "Study", "\"study\"");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatNothingReadsIsOneError(Compiler compiler) {
    Example.study(TRAIN, HEADER + "sweep: { rat: [ 1, 2 ], depth: [ 1, 2 ] }\n")
        .in(compiler)
        .says(
            "unread-treatment-param",
            "Study",
            "\"study\"",
            "treatment 'rat=1+depth=1' sets 'rat', which nothing in 'study' reads;"
                + " did you mean 'rate'? (experiments/study/config.yaml:3:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatItsStepFixesIsOneError(Compiler compiler) {
    Example.study(
            TRAIN,
            """
            steps: [ { train: { rate: 1 } } ]
            treatments: { baseline: { depth: 1 } }
            sweep: { rate: [ 1, 2 ], depth: [ 1, 2 ] }
            """)
        .in(compiler)
        .says(
            "shadowed-treatment-param",
            "Study",
            "\"study\"",
            "treatment 'rate=1+depth=1' sets 'rate', but step 'train' fixes it"
                + " (experiments/study/config.yaml:3:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void theBaselineNeedsAValueToo(Compiler compiler) {
    Example.study(
            "@Step\nstatic void train(@Param double rate) {}\n",
            "steps: [ train ]\nsweep: { rate: [ 1, 2 ] }\n")
        .in(compiler)
        .says(
            "missing-param",
            "Study",
            "rate",
            "nothing gives the parameter 'rate' of step 'train' a value")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aSweepThatCannotBeReadHidesNothingElseAndAddsNothing(Compiler compiler) {
    Example.study(TRAIN, HEADER + "sweep: { rate: [ 1, 1 ] }\n")
        .in(compiler)
        .saysOnly("config-duplicate-key", "Study", "\"study\"");
  }
}

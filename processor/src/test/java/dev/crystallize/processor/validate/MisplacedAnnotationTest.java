package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations where they do nothing, though one might think so. */
class MisplacedAnnotationTest {

  private static final String YAML =
      """
      datasource: { numbers: numbers }
      steps: [ look ]
      """;

  @ParameterizedTest
  @EnumSource
  void aDatasourceReadsNoArtifacts(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int numbers(@Artifact RandomGenerator random) {
              return random.nextInt();
            }

            @Step
            static void look(int data) {}
            """,
            YAML)
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "random) {",
            "the parameter 'random' of datasource 'numbers' is marked @Artifact,"
                + " which does nothing there")
        .adding("only a step reads inputs and writes outputs")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aVerifierReadsNoArtifacts(Compiler compiler) {
    Example.study(
            """
            @Step
            @Metric
            static int look() {
              return 1;
            }

            @Verifier
            static Map<String, Object> test(
                Samples baseline, @Artifact Samples treatment, @Artifact @Param double level) {
              return Map.of();
            }
            """,
            """
            steps: [ look ]
            treatments: { other: {} }
            hypotheses: [ { verifier: test, params: { level: 0.1 } } ]
            """)
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "treatment, @Artifact",
            "the parameter 'treatment' of verifier 'test' is marked @Artifact,"
                + " which does nothing there")
        .says(
            "step-signature",
            "Study",
            "level) {",
            "the parameter 'level' of verifier 'test' is marked @Artifact, which does nothing there")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aValueFromTheConfigurationIsNoArtifact(Compiler compiler) {
    Example.study(
            "@Step\nstatic void look(@Artifact @Param int depth) {}\n",
            "steps: [ { look: { depth: 1 } } ]\n")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "depth) {",
            "the parameter 'depth' of step 'look' is marked @Artifact, which does nothing there")
        .adding("by @Param the configuration gives its value")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void theConfigurationGivesAWriterNoValues(Compiler compiler) {
    Example.study(
            """
            record Note(String text) {}

            @Step
            static void look(Output<Note> note) {}

            @Writer
            static String write(@Param Note note) {
              return note.text();
            }

            @Loader
            static Note load(@Artifact String text) {
              return new Note(text);
            }
            """,
            "steps: [ look ]\noutputs: { note: note.txt }\n")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "note) {\n    return",
            "the parameter 'note' of writer 'write' is marked @Param, which does nothing there")
        .adding("the configuration gives a writer no values")
        .says(
            "step-signature",
            "Study",
            "text) {\n    return",
            "the parameter 'text' of loader 'load' is marked @Artifact, which does nothing there")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatAStepReturnsIsRecordedOrWritten(Compiler compiler) {
    Example.study(
            """
            @DataSource
            @Metric
            static int numbers() {
              return 1;
            }

            @Step
            static void look(Pool pool, int data) {}

            record Pool(int size) {}

            @Resource
            @Artifact
            static Pool pool() {
              return new Pool(1);
            }
            """,
            YAML)
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "numbers()",
            "datasource 'numbers' is marked @Metric, which does nothing there")
        .adding("only what a step returns is recorded")
        .says(
            "step-signature",
            "Study",
            "pool() {",
            "resource 'pool' is marked @Artifact, which does nothing there")
        .adding("only what a step returns is written to an output")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aParameterThatADatasourceCannotBeGivenIsToldOnce(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int numbers(@Artifact Thread more) {
              return 1;
            }

            @Step
            static void look(int data) {}
            """,
            YAML)
        .in(compiler)
        .saysOnly("step-signature", "Study", "more) {");
  }
}

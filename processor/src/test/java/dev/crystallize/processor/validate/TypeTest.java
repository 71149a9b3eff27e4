package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What steps, writers, loaders and datasources hand to each other. */
class TypeTest {

  @ParameterizedTest
  @EnumSource
  void dataPassFromStepToStepAsInAnAssignment(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static ArrayList<String> words() {
              return new ArrayList<>();
            }

            @Step
            static Integer count(List<? extends CharSequence> words) {
              return words.size();
            }

            @Step
            static void look(Object seen) {}

            @Step
            static StepResult<Map<String, Integer>> half(double count) {
              return StepResult.of(Map.of());
            }

            @Step
            static void end(Map<String, ? extends Number> counts) {}
            """,
            "datasource: { words: words }\nsteps: [ count, look, half, end ]\n")
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aStepThatTakesWhatTheOneBeforeDoesNotGiveIsTheParametersMistake(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static List<String> words() {
              return List.of();
            }

            @Step
            static void look(List<Object> words) {}
            """,
            "datasource: { words: words }\nsteps: [ look ]\n")
        .in(compiler)
        .says(
            "step-chain",
            "Study",
            "words) {}",
            "step 'look' takes List<Object> as data, but datasource 'words' gives List<String>")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aRawTypeIsNoParameterisedOne(Compiler compiler) {
    Example.study(
            """
            @DataSource
            @SuppressWarnings("rawtypes")
            static List words() {
              return List.of();
            }

            @Step
            static void look(List<String> words) {}
            """,
            "datasource: { words: words }\nsteps: [ look ]\n")
        .in(compiler)
        .says(
            "step-chain",
            "Study",
            "words) {}",
            "step 'look' takes List<String> as data, but datasource 'words' gives List")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void theDataPassAStepThatReturnsNothing(Compiler compiler) {
    Example.study(
            """
            @Step
            static int make() {
              return 1;
            }

            @Step
            static void look() {}

            @Step
            static void use(String text) {}
            """,
            "steps: [ make, look, use ]\n")
        .in(compiler)
        .says(
            "step-chain",
            "Study",
            "text) {}",
            "step 'use' takes String as data, but step 'make' gives int")
        .adding("if it is a value from the configuration, write @Param before 'text'")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aLoneParameterThatLacksParamIsNamed(Compiler compiler) {
    Example.study("@Step\nstatic void use(int depth) {}\n", "steps: [ use ]\n")
        .in(compiler)
        .says(
            "step-chain",
            "Study",
            "depth",
            "step 'use' takes data as 'depth', but 'study' has no datasource")
        .adding("if it is a value from the configuration, write @Param before 'depth'")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void severalInputsComeAsAMap(Compiler compiler) {
    String sources =
        """
        @DataSource
        static String one() {
          return "1";
        }

        @DataSource
        static String two() {
          return "2";
        }

        @Step
        static void use(%s) {}
        """;
    String yaml = "datasource: { one: one, two: two }\nsteps: [ use ]\n";
    Example.study(sources.formatted("Map<String, Object> inputs"), yaml)
        .in(compiler)
        .andNothingElse();
    Example.study(sources.formatted("String one"), yaml)
        .in(compiler)
        .says(
            "step-chain",
            "Study",
            "one) {}",
            "step 'use' takes String as data, but the datasource gives Map<String, Object>")
        .adding("to read the input 'one' write @Artifact before 'one'")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anArtifactHasTheTypeThatItsLoaderGives(Compiler compiler) {
    Example.pair()
        .java(
            "Consumer",
            """
            @Experiment("consumer")
            final class Consumer {
              @Step
              static void inspectSummary(@Artifact List<String> summary) {}
            }
            """)
        .in(compiler)
        .says(
            "artifact-type",
            "Consumer",
            "summary) {}",
            "step 'inspect_summary' reads 'summary' as List<String>,"
                + " but the loader of 'producer#summary' gives Summary")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void everyArtifactMayBeReadAsBytesTextOrFile(Compiler compiler) {
    for (String type : new String[] {"byte[]", "String", "Path"}) {
      Example.pair()
          .java(
              "Consumer",
              """
              @Experiment("consumer")
              final class Consumer {
                @Step
                static void inspectSummary(@Artifact %s summary) {}
              }
              """
                  .formatted(type))
          .in(compiler)
          .andNothingElse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInputFromADatasourceHasItsType(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int one() {
              return 1;
            }

            @Step
            static void use(@Artifact long one, @Artifact("one") String text) {}
            """,
            "datasource: { one: one }\nsteps: [ use ]\n")
        .in(compiler)
        .says(
            "artifact-type",
            "Study",
            "text) {}",
            "step 'use' reads 'one' as String, but datasource 'one' gives int")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aWriterTakesWhatTheStepWrites(Compiler compiler) {
    Example.study(
            """
            @Step
            static void run(Output<List<String>> words) {}

            @Writer
            static String dump(List<Integer> numbers) {
              return "";
            }
            """,
            "steps: [ run ]\noutputs: { words: { writer: dump } }\n")
        .in(compiler)
        .says(
            "artifact-type",
            "Study",
            "words) {}",
            "step 'run' writes List<String> to 'words',"
                + " but the writer Study.dump(List<Integer>) takes List<Integer>")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void whatOnlyAWriterOfItsOwnUnderstandsNeedsALoader(Compiler compiler) {
    Example.pair()
        .java(
            "Producer",
            """
            @Experiment("producer")
            final class Producer {
              record Summary(double total) {}

              @Step
              static void produceSummary(Output<Summary> summary) {}

              @Writer
              static String dump(Summary summary) {
                return "";
              }
            }
            """)
        .in(compiler)
        .says(
            "artifact-type",
            "Consumer",
            "summary) {}",
            "step 'inspect_summary' reads 'summary' as Summary,"
                + " but the output 'summary' of 'producer' has no loader")
        .adding("add to the class of 'producer': @Loader static Summary loadSummary(Path path)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatDoesNotExistIsTheCompilersToReport(Compiler compiler) {
    Example.study(
            """
            @Step
            static void use(Missing data, @Param Gone value, Output<Lost> lost) {}
            """,
            """
            steps: [ use ]
            outputs: { lost: lost.txt }
            treatments: { baseline: { value: 1 } }
            """)
        .in(compiler)
        .compilerReports(3);
  }

  @ParameterizedTest
  @EnumSource
  void typesOfOneSimpleNameAreQualified(Compiler compiler) {
    Example.study(
            """
            static class List {}

            @DataSource
            static java.util.List<String> words() {
              return java.util.List.of();
            }

            @Step
            static void use(List words) {}
            """,
            "datasource: { words: words }\nsteps: [ use ]\n")
        .in(compiler)
        .says(
            "step-chain",
            "Study",
            "words) {}",
            "step 'use' takes com.acme.Study.List as data,"
                + " but datasource 'words' gives java.util.List<String>")
        .andNothingElse();
  }
}

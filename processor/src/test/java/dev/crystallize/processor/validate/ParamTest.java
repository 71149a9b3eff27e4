package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The values that a configuration gives to parameters. */
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
  @CsvSource(
      delimiter = '|',
      value = {
        "int         | 1.5       | a whole number | 1.5",
        "int         | 3000000000| a whole number from -2147483648 to 2147483647 | 3000000000",
        "byte        | 128       | a whole number from -128 to 127 | 128",
        "Long        | '\"1\"'   | a whole number | \"1\"",
        "double      | high      | a number | \"high\"",
        "boolean     | 1         | true or false | 1",
        "char        | ab        | one character in quotes | \"ab\"",
        "String      | 1         | a text, so write it in quotes | 1",
        "String      | [ a ]     | a text | a list",
        "List<String>| a         | a list | \"a\"",
        "double[]    | [ 1, x ]  | a number | \"x\"",
        "Map<String, Integer> | { a: b } | a whole number | \"b\"",
        "Optional<Integer> | x   | a whole number | \"x\"",
        "Mode        | medium    | one of fast, very_slow | \"medium\"",
        "Grid        | { w: 1 }  | a map with w, max_height (Grid) | one without 'max_height'",
        "Grid        | { w: 1, max_height: 2, d: 3 } | a map with w, max_height (Grid) | one with"
            + " 'd'",
        "Shape       | { r: 1 }  | a map whose 'type' is one of circle, square | one without"
            + " 'type'",
        "Shape       | { type: line } | a map whose 'type' is one of circle, square | \"line\"",
        "Path        | 3         | a path (text) | 3"
      })
  void aValueThatDoesNotFitItsTypeSaysWhatWould(
      String type, String value, String expected, String found) {
    for (Compiler compiler : Compiler.values()) {
      Example example = withValue(type, value);
      int column = "      value: ".length() + 1 + insideOf(value, found);
      example
          .in(compiler)
          .says(
              "param-type",
              "Study",
              "\"study\"",
              "the parameter 'value' of step 'run' takes %s, not %s (experiments/study/config.yaml:4:%d)"
                  .formatted(expected, found, column))
          .andNothingElse();
    }
  }

  /** A value inside a list or map is the mistake, not the whole. */
  private static int insideOf(String value, String found) {
    String inner = found.replace("one with ", "").replace("\"", "").replace("'", "");
    boolean nested = value.startsWith("[") || value.startsWith("{");
    boolean whole = found.startsWith("a ") || found.startsWith("one without");
    return nested && !whole ? value.indexOf(inner) : 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double | 1",
        "double | .nan",
        "float | 1e3",
        "Mode | very_slow",
        "Mode | VERY_SLOW",
        "char | x",
        "Optional<String> | null",
        "Map<String, List<Integer>> | { a: [ 1 ] }",
        "Grid | { w: 1, maxHeight: 2 }",
        "Shape | { type: circle, r: 2 }",
        "Shape[] | [ { type: square, side: 2 } ]",
        "Path | data/input.csv"
      })
  void aValueOfItsTypeIsNothingToSpeakOf(String type, String value) {
    for (Compiler compiler : Compiler.values()) {
      withValue(type, value).in(compiler).andNothingElse();
    }
  }

  private static Example withValue(String type, String value) {
    return Example.study(
        """
        enum Mode { FAST, VERY_SLOW }
        record Grid(int w, int maxHeight) {}
        sealed interface Shape {}
        record Circle(double r) implements Shape {}
        record Square(double side) implements Shape {}

        @Step
        static void run(@Param %s value) {}
        """
            .formatted(type),
        """
        steps: [ run ]
        treatments:
          baseline:
              value: %s
        """
            .formatted(value));
  }

  @ParameterizedTest
  @EnumSource
  void aDefaultThatDoesNotFitIsTheMistakeOfTheJava(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(@Param(defaultValue = \"ten\") int size) {}\n",
            "steps: [ run ]\n")
        .in(compiler)
        .says(
            "param-type",
            "Study",
            "\"ten\"",
            "the default of parameter 'size' of step 'run' must be a whole number, not \"ten\"")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatNoConfigurationCanGiveIsRefused(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(@Param Thread thread) {}\n",
            "steps: [ { run: { thread: x } } ]\n")
        .in(compiler)
        .says(
            "param-type",
            "Study",
            "thread) {}",
            "the parameter 'thread' of step 'run' has a type that a configuration cannot give:"
                + " Thread is no record")
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

package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names in YAML that no annotated method has, and names in Java that YAML does not have. */
class NameTest {

  private static final String STEPS =
      """
      @DataSource
      static List<Double> numbers() {
        return List.of(1.0);
      }

      @Step
      static void addUp(List<Double> numbers, Output<Double> sum) {
        sum.write(1.0);
      }

      @Writer
      static String dumpSum(Double sum) {
        return sum.toString();
      }

      @Loader
      static Double loadSum(String text) {
        return Double.valueOf(text);
      }
      """;

  private static final String YAML =
      """
      datasource: { numbers: numbers }
      steps: [ add_up ]
      outputs:
        sum: { file_name: sum.txt, writer: dump_sum, loader: load_sum }
      """;

  private static Example with(String right, String wrong) {
    return Example.study(STEPS, YAML.replace(right, wrong));
  }

  @ParameterizedTest
  @EnumSource
  void namesInSnakeCaseOrAsInJavaAreFound(Compiler compiler) {
    with("add_up", "addUp").in(compiler).andNothingElse();
    with("add_up", "add_up").in(compiler).andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltStepIsTheOnlyErrorAlthoughItsOutputIsNowWrittenByNobody(Compiler compiler) {
    with("add_up", "ad_up")
        .in(compiler)
        .says(
            "unknown-step",
            "Study",
            "\"study\"",
            "no step 'ad_up' in Study; did you mean 'add_up'? (experiments/study/config.yaml:2:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aStepOfAnotherNameIsAnsweredWithTheKnownOnes(Compiler compiler) {
    with("add_up", "multiply")
        .in(compiler)
        .says(
            "unknown-step",
            "Study",
            "\"study\"",
            "no step 'multiply' in Study; known: add_up (experiments/study/config.yaml:2:10)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMethodThatLacksItsAnnotationIsNamed(Compiler compiler) {
    Example.study(
            STEPS + "\nstatic void report() {}\n", YAML.replace("[ add_up ]", "[ add_up, report ]"))
        .in(compiler)
        .says(
            "unknown-step",
            "Study",
            "\"study\"",
            "no step 'report' in Study; known: add_up (experiments/study/config.yaml:2:18)")
        .adding("Study.report is not marked @Step")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anInheritedStepIsNotFoundButNamed(Compiler compiler) {
    Example.empty()
        .java("Base", "class Base {\n  @Step\n  static void prepare() {}\n}\n")
        .java("Study", "@Experiment(\"study\")\nclass Study extends Base {}\n")
        .yaml("study", "steps: [ prepare ]\n")
        .in(compiler)
        .says(
            "unknown-step",
            "Study",
            "\"study\"",
            "no step 'prepare' in Study (experiments/study/config.yaml:1:10)")
        .adding("Base.prepare is inherited: add Base to uses of @Experiment")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltDatasourceIsTheOnlyError(Compiler compiler) {
    with("numbers: numbers", "numbers: number")
        .in(compiler)
        .says(
            "unknown-datasource",
            "Study",
            "\"study\"",
            "no datasource 'number' in Study; did you mean 'numbers'?"
                + " (experiments/study/config.yaml:1:24)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anExperimentNamedAsADatasourceIsToldHowAReferenceLooks(Compiler compiler) {
    Example.pair()
        .yaml("consumer", "datasource: { summary: producer }\nsteps: [ inspect_summary ]\n")
        .in(compiler)
        .says(
            "unknown-datasource",
            "Consumer",
            "\"consumer\"",
            "no datasource 'producer' in Consumer (experiments/consumer/config.yaml:1:24)")
        .adding("to read the output of an experiment write 'producer#summary'")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltWriterAndLoaderAreAnErrorEach(Compiler compiler) {
    Example.study(STEPS, YAML.replace("dump_sum", "dumpsum2").replace("load_sum", "load_summ"))
        .in(compiler)
        .says(
            "unknown-writer",
            "Study",
            "\"study\"",
            "no writer 'dumpsum2' in Study; did you mean 'dump_sum'?"
                + " (experiments/study/config.yaml:4:38)")
        .says(
            "unknown-loader",
            "Study",
            "\"study\"",
            "no loader 'load_summ' in Study; did you mean 'load_sum'?"
                + " (experiments/study/config.yaml:4:56)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aParameterThatIsNotNamedAsTheOutputIsToldTheOutputsName(Compiler compiler) {
    with("sum: {", "total: {")
        .in(compiler)
        .says(
            "unknown-output",
            "Study",
            "sum) {",
            "step 'add_up' writes 'sum', which is not an output of 'study'; known: total")
        .adding("no step writes 'total': name the parameter so or write @Artifact(\"total\")")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOutputOfAnExperimentWithoutOutputsIsToldWhatToAdd(Compiler compiler) {
    Example.study(
            """
            @Step
            @Artifact("sum")
            static double addUp() {
              return 1;
            }
            """,
            "steps: [ add_up ]\n")
        .in(compiler)
        .says(
            "unknown-output",
            "Study",
            "\"sum\"",
            "step 'add_up' writes 'sum', which is not an output of 'study'")
        .adding("add to experiments/study/config.yaml: outputs: { sum: <file name> }")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void allOutputsOfAnExperimentWithoutOutputsAreOneMistakeThatNamesEachOnce(Compiler compiler) {
    Example.study(
            """
            @Step @Artifact("sum") static double addUp() { return 1; }
            @Step @Artifact("mean") static double average() { return 1; }
            @Step @Artifact("sum") static double addMore() { return 1; }
            """,
            "steps: [ add_up, average, add_more ]\n")
        .in(compiler)
        .says(
            "unknown-output",
            "Study",
            "\"sum\"",
            "step 'add_up' writes 'sum', which is not an output of 'study'")
        .adding("add to experiments/study/config.yaml: outputs: { sum: <file name> }")
        .adding("nor is there: mean")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOutputReboundToNothingIsTheMistakeOfTheYaml(Compiler compiler) {
    with("[ add_up ]", "[ { add_up: { sum: summ } } ]")
        .in(compiler)
        .says(
            "unknown-output",
            "Study",
            "\"study\"",
            "step 'add_up' writes 'summ', which is not an output of 'study'; did you mean 'sum'?"
                + " (experiments/study/config.yaml:2:27)")
        .adding("no step writes 'sum': name the parameter so or write @Artifact(\"sum\")")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anInputThatTheDatasourceDoesNotHaveStandsAtItsParameter(Compiler compiler) {
    Example.pair()
        .yaml("consumer", "datasource: { sumary: producer#summary }\nsteps: [ inspect_summary ]\n")
        .in(compiler)
        .says(
            "unknown-input",
            "Consumer",
            "summary) {}",
            "step 'inspect_summary' reads 'summary', which is not an input of 'consumer';"
                + " did you mean 'sumary'?")
        .adding("to read that of another experiment add to datasource: summary: producer#summary")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOutputThatNobodyWritesStandsAtItsAlias(Compiler compiler) {
    with("outputs:", "outputs:\n  model: model.bin")
        .in(compiler)
        .says(
            "unused-output",
            "Study",
            "\"study\"",
            "no step writes the output 'model' (experiments/study/config.yaml:4:3)")
        .adding(
            "give a step a parameter Output<...> model,"
                + " or write @Artifact(\"model\") on the step that returns it")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatNothingCanWriteIsToldWhatToAdd(Compiler compiler) {
    Example.study(
            """
            @Step
            static void run(Output<Thread> thread) {}
            """,
            "steps: [ run ]\noutputs: { thread: thread.bin }\n")
        .in(compiler)
        .says(
            "missing-writer",
            "Study",
            "thread) {}",
            "nothing can write Thread to the output 'thread' of 'study'; add a writer for it")
        .adding("add to Study: @Writer static void writeThread(Thread value, OutputStream out)")
        .adding("and, for whoever reads it back: @Loader static Thread loadThread(Path path)")
        .andNothingElse();
  }

  /** Javac does not tell processors of annotations that do not exist. */
  @ParameterizedTest
  @EnumSource(names = "ECJ")
  void anAnnotationThatDoesNotExistIsTheCompilersToReport(Compiler compiler) {
    Example.study("@Stepp\nstatic void run() {}\n", "steps: [ run ]\n")
        .in(compiler)
        .compilerReports(1);
  }

  @ParameterizedTest
  @EnumSource
  void manyMistakesAreToldOnceEachWhereTheyStand(Compiler compiler) {
    Example.pair()
        .yaml(
            "consumer",
            """
            datasource:
              summary: producer#sumary
            steps:
              - inspect_sumary
            treatments:
              low: { depth: 1 }
            """)
        .in(compiler)
        .says(
            "missing-artifact",
            "Consumer",
            "\"consumer\"",
            "'producer' has no output 'sumary'; did you mean 'summary'?"
                + " (experiments/consumer/config.yaml:2:12)")
        .says(
            "unknown-step",
            "Consumer",
            "\"consumer\"",
            "no step 'inspect_sumary' in Consumer; did you mean 'inspect_summary'?"
                + " (experiments/consumer/config.yaml:4:5)")
        .andNothingElse();
  }
}

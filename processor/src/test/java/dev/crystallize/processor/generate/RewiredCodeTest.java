package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.ConfigurationException;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that the configuration did not name when it was compiled, wired from YAML as it is now. */
class RewiredCodeTest {

  @TempDir static Path classes;
  @TempDir Path temp;

  private static CompiledStudy study;

  @BeforeAll
  static void compile() throws IOException {
    study = compiled(RewiredProject.WORDS, classes);
  }

  private static CompiledStudy compiled(String words, Path classes) throws IOException {
    return CompiledStudy.of(
        Project.of()
            .java("Words", words)
            .java("Common", RewiredProject.COMMON)
            .java("Reader", RewiredProject.READER)
            .yaml("words", RewiredProject.WORDS_YAML)
            .yaml("reader", RewiredProject.READER_YAML),
        Compiler.JAVAC,
        classes);
  }

  @AfterAll
  static void close() throws IOException {
    study.close();
  }

  @BeforeEach
  void writeAsCompiled() throws IOException {
    write("words", RewiredProject.WORDS_YAML);
    write("reader", RewiredProject.READER_YAML);
  }

  @Test
  void whatIsAsItWasCompiledGivesTheSame() throws Exception {
    assertThat(run().get("reader").metric("read").in("baseline").mean()).isEqualTo(12.0);
  }

  @Test
  void aStepThatWasNotNamedRuns() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, normalise, sum ]");

    assertThat(run().get("reader").metric("read").in("baseline").mean()).isEqualTo(2.0);
  }

  @Test
  void aStepOfAClassInUsesRunsWithItsParameters() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, { shift: { by: 10 } }, sum ]");

    assertThat(run().get("reader").metric("read").in("baseline").mean()).isEqualTo(42.0);
  }

  @Test
  void withoutAListEveryStepOfTheClassItselfRuns() throws Exception {
    change("words", "steps: [ scale, sum ]\n", "");

    Result words = run().get("words");

    // scale, normalise, sum, half
    assertThat(words.metric("half").in("baseline").mean()).isEqualTo(1.0);
  }

  @Test
  void aParameterOfAnAddedStepIsCheckedLikeAnyOther() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, shift, sum ]");
    assertRefused("[missing-param] nothing gives the parameter 'by' of step 'shift' a value");

    change("words", "shift", "{ shift: { by: 10, to: 3 } }");
    assertRefused("[unknown-param] step 'shift' has no parameter 'to'");

    change("words", "{ by: 10, to: 3 }", "{ by: ten }");
    assertRefused("[param-type] the parameter 'by' of step 'shift' takes a number, not \"ten\"");
  }

  @Test
  void anotherDatasourceOfTheSameTypeIsRead() throws Exception {
    change("words", "numbers: numbers", "numbers: many_numbers");

    assertThat(run().get("reader").metric("read").in("baseline").mean()).isEqualTo(40.0);
  }

  @Test
  void aDatasourceOfAnotherTypeDoesNotFitTheFirstStep() throws Exception {
    change("words", "numbers: numbers", "numbers: names");

    assertRefused(
        "[step-chain] step 'scale' takes List<Double> as data, but datasource 'numbers' gives"
            + " List<String> (experiments/words/config.yaml:5:10)");
  }

  @Test
  void stepsInAnOrderThatDoesNotFitAreRefused() throws Exception {
    change("words", "[ scale, sum ]", "[ sum, scale ]");

    assertRefused(
        "[step-chain] step 'scale' takes List<Double> as data, but step 'sum' gives double"
            + " (experiments/words/config.yaml:5:15)");
  }

  @Test
  void aStepThatTakesDataNeedsADatasource() throws Exception {
    change("words", "datasource: { numbers: numbers }\n", "");

    assertRefused("[step-chain] step 'scale' takes data as 'data', but 'words' has no datasource");
  }

  @Test
  void numbersAreWidenedAsJavaDoes() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, sum, count, half ]");

    assertThat(run().get("words").metric("half").in("baseline").mean()).isEqualTo(3.5);
  }

  @Test
  void theSameStepMayWriteTwoOutputsByAnotherAlias() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, sum, again, { sum: { summary: second } } ]");
    change(
        "words",
        "outputs:\n",
        "outputs:\n  second: { file_name: second.txt, writer: dump, loader: load }\n");

    run();

    assertThat(content("words", "SumStep", "second.txt")).isEqualTo("1.0 of words");
  }

  @Test
  void anOutputIsWrittenOnceAndByAStep() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, sum, again, sum ]");
    assertRefused("[output-written-twice] the output 'summary' is written by step 'sum' 2 times");

    change("words", "[ scale, sum, again, sum ]", "[ scale ]");
    assertRefused("[unused-output] no step writes the output 'summary'");
  }

  @Test
  void aStepThatWritesWhatIsNoOutputIsRefused() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, { sum: { summary: sumary } } ]");

    assertRefused(
        "[unknown-output] step 'sum' writes 'sumary', which is not an output of 'words';"
            + " did you mean 'summary'? (experiments/words/config.yaml:5:35)");
  }

  @Test
  void aWriterAndALoaderThatWereNotNamedServe() throws Exception {
    change("words", "writer: dump, loader: load }", "writer: dump_short, loader: load_short }");

    assertThat(run().get("reader").metric("read").in("baseline").mean()).isEqualTo(12.0);
    assertThat(content("words", "SumStep", "summary.txt")).isEqualTo("12.0");
  }

  @Test
  void aWriterThatIsLeftOutIsFoundByType() throws Exception {
    change("words", "list: { writer: dump_list, loader: load_list }", "list: list.json");

    run();

    assertThat(content("words", "ScaleStep", "list.json")).isEqualTo("[2.0,4.0,6.0]");
  }

  @Test
  void aWriterOfAnotherTypeIsRefused() throws Exception {
    change("words", "writer: dump,", "writer: dump_list,");

    assertRefused(
        "[artifact-type] step 'sum' writes Summary to 'summary', but the writer 'dump_list' takes"
            + " Iterable<Double>");
  }

  @Test
  void aWriterThatNobodyHasIsRefusedWithTheNearest() throws Exception {
    change("words", "writer: dump,", "writer: dump_shrt,");

    assertRefused(
        "[unknown-writer] no writer 'dump_shrt' in the compiled code of 'words'; did you mean"
            + " 'dump_short'?");
  }

  @Test
  void aReaderMayReadAnotherOutputOfTheTypeItTakes() throws Exception {
    change("reader", "words#summary", "words#list");

    assertRefused(
        "[artifact-type] step 'read' reads 'summary' as Summary, but the loader of 'words#list'"
            + " gives List<Double> (experiments/reader/config.yaml:2:10)");

    change("reader", "[ read ]", "[ text ]");
    assertThat(run().get("reader").metric("text").in("baseline").mean()).isEqualTo(12.0);
  }

  @Test
  void aVerifierThatWasNotNamedTests() throws Exception {
    change("words", "steps:", "hypotheses: [ { verifier: compare, metrics: half } ]\nsteps:");
    change("words", "[ scale, sum ]", "[ scale, sum, half ]");
    change("words", "factor: 2 }", "factor: 2 }, more: { factor: 3 }");

    assertThat(run().get("words").hypotheses().get(0).rows().get(0).findings())
        .containsEntry("gain", 3.0);
  }

  @Test
  void aMetricThatNoStepRecordsIsRefused() throws Exception {
    change("words", "steps:", "hypotheses: [ { verifier: compare, metrics: hlf } ]\nsteps:");
    change("words", "[ scale, sum ]", "[ scale, sum, half ]");
    change("words", "factor: 2 }", "factor: 2 }, more: { factor: 3 }");

    assertRefused(
        "[hypothesis-metric] no step of 'words' records the metric 'hlf'; did you mean 'half'?"
            + " (experiments/words/config.yaml:5:45)");
  }

  @Test
  void aMetricOfAStepThatIsNotListedIsRefused() throws Exception {
    change("words", "steps:", "hypotheses: [ { verifier: compare, metrics: half } ]\nsteps:");
    change("words", "factor: 2 }", "factor: 2 }, more: { factor: 3 }");

    assertRefused("[hypothesis-metric] no step of 'words' records the metric 'half'");
  }

  @Test
  void theCodeOfAnAddedStepDecidesWhatRunsAgain() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, normalise, sum ]");
    RunOptions options = RunOptions.builder().dataDirectory(temp.resolve("data")).build();
    RunOptions resume = options.toBuilder().resume(true).build();
    graph(study).run(options);

    assertThat(graph(study).plan(resume).reuseCount()).isEqualTo(2);

    String changed = RewiredProject.WORDS.replace("/ last", "- last");
    try (CompiledStudy other = compiled(changed, temp.resolve("classes"))) {
      assertThat(graph(other).plan(resume).reuseCount()).isZero();
    }
  }

  @Test
  void whatGeneratedCodeCannotCallIsNotThere() throws Exception {
    change("words", "[ scale, sum ]", "[ scale, hidden, sum ]");

    assertRefused("[unknown-step] no step 'hidden' in the compiled code of 'words'");
  }

  private void write(String folder, String text) throws IOException {
    Path file = temp.resolve("experiments").resolve(folder).resolve("config.yaml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private void change(String folder, String from, String to) throws IOException {
    Path file = temp.resolve("experiments").resolve(folder).resolve("config.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private ExperimentGraph graph() throws Exception {
    return graph(study);
  }

  private ExperimentGraph graph(CompiledStudy code) throws Exception {
    return ExperimentGraph.fromYaml(
        temp.resolve("experiments"),
        code.node("rewired.WordsGraph"),
        code.node("rewired.ReaderGraph"));
  }

  private GraphResult run() throws Exception {
    return graph().run(RunOptions.builder().dataDirectory(temp.resolve("data")).build());
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::graph)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }

  private String content(String experiment, String step, String file) throws IOException {
    return Files.readString(
        temp.resolve("data/" + experiment + "/v0/replicate_0/baseline/" + step + "/" + file));
  }
}

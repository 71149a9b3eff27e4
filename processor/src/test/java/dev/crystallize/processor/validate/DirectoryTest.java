package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outputs of {@code kind: directory}. */
class DirectoryTest {

  private static final String MODEL =
      """
      record Model(double weight) {}

      @Step
      static void train(Output<Model> model) {
        model.write(new Model(1));
      }
      """;

  private static final String DIRECTORY =
      "outputs: { model: { file_name: model, kind: directory } }\n";

  @ParameterizedTest
  @EnumSource
  void methodsThatTakeAPathWriteAndReadIt(Compiler compiler) {
    Example.study(
            MODEL
                + """

                @Writer
                static void writeModel(Model model, Path directory) {}

                @Writer
                static String textOf(Model model) {
                  return "";
                }

                @Loader
                static Model loadModel(Path directory) {
                  return new Model(1);
                }
                """,
            DIRECTORY)
        .in(compiler)
        .says("unused-code", "Study", "textOf", "no experiment of Study uses the writer 'text_of'")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aPathNeedsNoWriter(Compiler compiler) {
    Example.study(
            """
            @Step
            static void train(Output<Path> model) {
              model.write(Path.of("."));
            }
            """,
            DIRECTORY)
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aRecordNeedsAWriter(Compiler compiler) {
    Example.study(MODEL, DIRECTORY)
        .in(compiler)
        .says(
            "missing-writer",
            "Study",
            "model) {\n    model",
            "nothing can write Model to the output 'model' of 'study'; add a writer for it")
        .adding("no file is written for it, since 'model' is a directory")
        .adding("add to Study: @Writer static void writeModel(Model value, Path directory)")
        .adding("and, for whoever reads it back: @Loader static Model loadModel(Path path)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void textAndBytesNeedAWriterToo(Compiler compiler) {
    Example.study("@Step\nstatic void train(Output<String> model) {}\n", DIRECTORY)
        .in(compiler)
        .saysOnly("missing-writer", "Study", "model) {}");
    Example.study("@Step\nstatic void train(Output<byte[]> model) {}\n", DIRECTORY)
        .in(compiler)
        .saysOnly("missing-writer", "Study", "model) {}");
  }

  @ParameterizedTest
  @EnumSource
  void aWriterOfOneFileIsRefusedAtTheKind(Compiler compiler) {
    Example.study(
            MODEL
                + """

                @Writer
                static void writeModel(Model model, OutputStream out) {}
                """,
            DIRECTORY)
        .in(compiler)
        .says(
            "writer-signature",
            "Study",
            "\"study\"",
            "the output 'model' is a directory, but Study.writeModel(Model, OutputStream) writes"
                + " one file; it needs a writer void f(T, Path)"
                + " (experiments/study/config.yaml:1:45)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aNamedWriterOfOneFileIsRefusedAtItsName(Compiler compiler) {
    Example.study(
            MODEL
                + """

                @Writer
                static void writeModel(Model model, Path directory) {}

                @Loader
                static Model loadModel(InputStream in) {
                  return new Model(1);
                }
                """,
            "outputs: { model: { writer: json, loader: load_model, kind: directory } }\n")
        .in(compiler)
        .says(
            "writer-signature",
            "Study",
            "\"study\"",
            "the output 'model' is a directory, but 'json' writes one file; it needs a writer"
                + " void f(T, Path) (experiments/study/config.yaml:1:29)")
        .says(
            "loader-signature",
            "Study",
            "\"study\"",
            "the output 'model' is a directory, but Study.loadModel(InputStream) reads one file;"
                + " it needs a loader T f(Path) (experiments/study/config.yaml:1:43)")
        .says(
            "unused-code",
            "Study",
            "writeModel",
            "no experiment of Study uses the writer 'write_model'")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void whoReadsItAsBytesIsToldWhatItIs(Compiler compiler) {
    reader("byte[] summary")
        .in(compiler)
        .says(
            "artifact-type",
            "Consumer",
            "summary) {}",
            "step 'inspect_summary' reads 'summary' as byte[], but the output 'summary' of"
                + " 'producer' is a directory; read it as a Path")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void whoReadsItAsAPathGetsTheDirectory(Compiler compiler) {
    reader("Path summary").in(compiler).andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void withoutALoaderNobodyReadsMore(Compiler compiler) {
    reader("Producer.Summary summary")
        .in(compiler)
        .says(
            "artifact-type",
            "Consumer",
            "summary) {}",
            "step 'inspect_summary' reads 'summary' as Summary, but the output 'summary' of"
                + " 'producer' has no loader")
        .adding("add to the class of 'producer': @Loader static Summary loadSummary(Path path)")
        .andNothingElse();
  }

  private static Example reader(String parameter) {
    return Example.pair()
        .java(
            "Producer",
            """
            @Experiment("producer")
            final class Producer {
              record Summary(double total) {}

              @Step
              static void produceSummary(Output<Summary> summary) {
                summary.write(new Summary(1));
              }

              @Writer
              static void writeSummary(Summary summary, Path directory) {}
            }
            """)
        .yaml(
            "producer",
            """
            outputs: { summary: { kind: directory } }
            steps: [ produce_summary ]
            """)
        .java(
            "Consumer",
            """
            @Experiment("consumer")
            final class Consumer {
              @Step
              static void inspectSummary(@Artifact %s) {}
            }
            """
                .formatted(parameter));
  }
}

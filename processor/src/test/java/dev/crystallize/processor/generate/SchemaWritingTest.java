package dev.crystallize.processor.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.GeneratingProcessor;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaWritingTest {

  private static final String CONSUMER_YAML =
      """
      datasource:
        producer_summary: producer#summary
      steps:
      - inspect_summary
      """;

  @ParameterizedTest
  @EnumSource
  void aMissingConfigurationChangesNothingInItsOwnSchema(Compiler compiler) {
    Compilation sound = GoldenProjects.chain().compileWith(compiler);
    Compilation missing =
        Project.of()
            .java("Producer", GoldenProjects.PRODUCER)
            .java("Consumer", GoldenProjects.CONSUMER)
            .yaml("consumer", CONSUMER_YAML)
            .compileWith(compiler);

    assertThat(missing.success()).isFalse();
    assertThat(schema(missing, "producer")).isEqualTo(schema(sound, "producer"));
  }

  @ParameterizedTest
  @EnumSource
  void aConfigurationThatIsNoYamlChangesNothingInItsOwnSchema(Compiler compiler) {
    Compilation sound = GoldenProjects.chain().compileWith(compiler);
    Compilation broken =
        GoldenProjects.chain().yaml("consumer", "steps: [inspect_summary").compileWith(compiler);

    assertThat(broken.success()).isFalse();
    assertThat(schema(broken, "consumer")).isEqualTo(schema(sound, "consumer"));
  }

  @ParameterizedTest
  @EnumSource
  void aTypoInAConfigurationChangesNothingInItsOwnSchema(Compiler compiler) {
    Compilation sound = GoldenProjects.chain().compileWith(compiler);
    Compilation broken =
        GoldenProjects.chain().yaml("consumer", "steps: [inspect]").compileWith(compiler);

    assertThat(broken.success()).isFalse();
    assertThat(schema(broken, "consumer")).isEqualTo(schema(sound, "consumer"));
  }

  @ParameterizedTest
  @EnumSource
  void theOutputsOfAnExperimentThatCannotBeReadAreNotDoubted(Compiler compiler) {
    Compilation compilation =
        GoldenProjects.chain().yaml("producer", "outputs: {").compileWith(compiler);

    assertThat(SchemaCheck.of(schema(compilation, "consumer")).errors(CONSUMER_YAML)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void compiledAloneAnExperimentStillKnowsTheOthers(Compiler compiler) {
    Compilation whole = GoldenProjects.chain().compileWith(compiler);
    Compilation producer =
        Project.of()
            .java("Producer", GoldenProjects.PRODUCER)
            .yaml("producer", text(whole, "experiments/producer/config.yaml"))
            .compileWith(compiler);
    Compilation alone =
        Project.of()
            .java("Consumer", GoldenProjects.CONSUMER)
            .yaml("consumer", CONSUMER_YAML)
            .compileOnto(compiler, producer);

    assertThat(alone.reports()).as(alone.describe()).isEmpty();
    assertThat(schema(alone, "consumer")).isEqualTo(schema(whole, "consumer"));
    assertThat(schema(alone, "producer")).isEqualTo(schema(producer, "producer"));
  }

  @ParameterizedTest
  @EnumSource
  void aTypeOfALaterRoundIsKnownToTheSchema(Compiler compiler) {
    Compilation compilation =
        Project.of()
            .java(
                "Late",
                """
                import dev.crystallize.annotations.*;

                @Experiment
                final class Late {
                  @Step static void look(@Param Level level) {}
                }
                """)
            .yaml("late", "treatments: { baseline: { level: low } }")
            .processor(new GeneratingProcessor("Level", "enum Level { LOW, HIGH }"))
            .compileWith(compiler);

    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    assertThat(schema(compilation, "late")).contains("\"enum\": [\"high\", \"low\"]");
  }

  @ParameterizedTest
  @EnumSource
  void aSpaceInTheNameOfAnExperimentIsEscapedInThatOfItsFile(Compiler compiler) {
    Compilation compilation =
        Project.of()
            .java(
                "Look",
                """
                import dev.crystallize.annotations.*;

                @Experiment("look here")
                final class Look {
                  @Step static void look() {}
                }
                """)
            .yaml("look here", "steps: [ look ]")
            .compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(schema(compilation, "look%20here")).contains("\"enum\": [\"look\"]");
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatCannotBeWrittenIsOneWarningAndTheOthersAreWritten(Compiler compiler) {
    Compilation compilation =
        GoldenProjects.chain()
            .resource(SchemaGenerator.FOLDER + "consumer.schema.json/folder", "in the way")
            .compileWith(compiler);

    Report report = compilation.only();
    assertThat(report.isError()).isFalse();
    assertThat(report.text()).contains("consumer.schema.json cannot be written");
    assertThat(compilation.success()).isTrue();
    assertThat(schema(compilation, "producer")).isNotEmpty();
  }

  private static String schema(Compilation compilation, String experiment) {
    return text(compilation, SchemaGenerator.FOLDER + experiment + ".schema.json");
  }

  private static String text(Compilation compilation, String path) {
    assertThat(compilation.output()).as(compilation.describe()).containsKey(path);
    return new String(compilation.output().get(path), US_ASCII);
  }
}

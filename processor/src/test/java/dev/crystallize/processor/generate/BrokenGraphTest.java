package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenGraphTest {

  private static final String USER =
      """
      package chain;

      final class User {
        static void use() {
          ProducerGraph.Results results = ProducerGraph.run();
          results.producer();
          ProducerGraph.SUMMARY.alias();
          ProducerGraph.graph().run();
          new ProducerGraph().provide();
          ProducerGraph.main(new String[] {ProducerGraph.Treatments.FAST});
        }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void aMistakeLeavesThePublicShapeSoThatItIsTheOnlyError(Compiler compiler) {
    Compilation compilation = broken().java("User", USER).compileWith(compiler);

    assertThat(compilation.reports())
        .as(compilation.describe())
        .extracting(Report::id)
        .containsExactly("unknown-step");
  }

  @ParameterizedTest
  @EnumSource
  void theDescriptorSaysThatItIsBroken(Compiler compiler) {
    String source = broken().compileWith(compiler).source("chain.ProducerGraph").orElseThrow();

    assertThat(source)
        .contains("    broken = true)")
        .contains("throw broken();")
        .contains("new IllegalStateException(");
  }

  private static Project broken() {
    return Project.of()
        .java("Producer", GoldenProjects.PRODUCER)
        .yaml(
            "producer",
            """
            datasource: { numbers: numbers }
            outputs: { summary: { writer: dump_json, loader: load_json } }
            steps: [ produce_summary, sumarize ]
            treatments: { fast: {} }
            """);
  }
}

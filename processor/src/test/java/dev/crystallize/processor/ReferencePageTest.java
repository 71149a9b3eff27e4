package dev.crystallize.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Report;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferencePageTest {

  @ParameterizedTest
  @EnumSource
  void theChainCompilesWithoutAWord(Compiler compiler) {
    Compilation compilation = ReferencePage.project().compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.success()).isTrue();
    assertThat(compilation.source("com.acme.ConsumerGraph")).isPresent();
    assertThat(compilation.source("com.acme.ProducerGraph")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void theGraphsAreListedAsServices(Compiler compiler) {
    Compilation compilation = ReferencePage.project().compileWith(compiler);

    byte[] services =
        compilation
            .output()
            .get("META-INF/services/dev.crystallize.runtime.ExperimentNodeProvider");
    assertThat(new String(services, StandardCharsets.UTF_8))
        .isEqualTo("com.acme.ConsumerGraph\ncom.acme.ProducerGraph\n");
  }

  @ParameterizedTest
  @EnumSource
  void aTypoInAReferenceIsTheOnlyError(Compiler compiler) {
    Compilation compilation =
        ReferencePage.project()
            .yaml(
                "consumer",
                """
                datasource:
                  producer_summary: producer#sumary
                steps:
                  - inspect_summary
                """)
            .compileWith(compiler);

    Report error = compilation.only();
    assertThat(error.id()).isEqualTo("missing-artifact");
    assertThat(error.file()).isEqualTo("Consumer.java");
    assertThat(error.line()).isEqualTo(5);
    assertThat(error.text())
        .startsWith(
            """
            [missing-artifact] 'producer' has no output 'sumary'; did you mean 'summary'? \
            (experiments/consumer/config.yaml:2:21)
                  2 |   producer_summary: producer#sumary
                    |                     ^
            """
                .stripTrailing());
    assertThat(compilation.source("com.acme.ConsumerGraph")).isPresent();
  }
}

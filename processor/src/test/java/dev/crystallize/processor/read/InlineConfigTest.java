package dev.crystallize.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InlineConfigTest {

  private static Project inline(String annotation) {
    return Project.of()
        .java(
            "Look",
            """
            package com.acme;

            import dev.crystallize.annotations.*;

            %s
            final class Look {
              @Step
              static void look() {}
            }
            """
                .formatted(annotation));
  }

  @ParameterizedTest
  @EnumSource
  void anInlineConfigurationNeedsNoFile(Compiler compiler) {
    Compilation compilation =
        inline("@Experiment(config = \"steps: [ look ]\")").compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.source("com.acme.LookGraph")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeInItIsPutOnItsText(Compiler compiler) {
    Compilation compilation =
        inline("@Experiment(\n    config = \"steps: [ lok ]\")").compileWith(compiler);

    Report error = compilation.only();
    assertThat(error.id()).isEqualTo("unknown-step");
    assertThat(error.line()).isEqualTo(6);
    assertThat(error.headline()).endsWith("(config of @Experiment Look:1:10)");
  }

  @ParameterizedTest
  @EnumSource
  void itCannotServeSeveralExperiments(Compiler compiler) {
    Compilation compilation =
        inline("@Experiment(value = {\"a\", \"b\"}, config = \"steps: [ look ]\")")
            .compileWith(compiler);

    assertThat(compilation.reports("experiment-name")).as(compilation.describe()).hasSize(1);
    assertThat(compilation.errors()).hasSize(1);
  }
}

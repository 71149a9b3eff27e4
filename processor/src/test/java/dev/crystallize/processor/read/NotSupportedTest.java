package dev.crystallize.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotSupportedTest {

  @ParameterizedTest
  @EnumSource
  void whatIsNotBuiltYetIsSaidNotIgnored(Compiler compiler) {
    Compilation compilation =
        Project.of()
            .java(
                "Look",
                """
                package com.acme;

                import dev.crystallize.annotations.*;

                @Experiment
                final class Look {
                  @DataSource
                  static int numbers() {
                    return 1;
                  }

                  @Step
                  static void look(int data) {}

                  @Resource
                  static Thread pool() {
                    return new Thread();
                  }
                }
                """)
            .yaml("look", "datasource: { numbers: numbers }\nsteps: [ look ]\n")
            .compileWith(compiler);

    assertThat(compilation.reports())
        .as(compilation.describe())
        .extracting(Report::line)
        .containsExactly(15L);
    assertThat(compilation.reports())
        .extracting(Report::headline)
        .containsExactly("@Resource is not supported yet");
  }
}

package dev.crystallize.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTest {

  private static final Project LIBRARY =
      Project.of()
          .java(
              "Steps",
              """
              package com.acme.lib;

              import dev.crystallize.annotations.*;

              public final class Steps {
                private Steps() {}

                @Step
                public static int scaleHTTPData(@Param double factor) {
                  return (int) factor;
                }
              }
              """);

  private static final Project USER =
      Project.of()
          .java(
              "Scaled",
              """
              package com.acme;

              import com.acme.lib.Steps;
              import dev.crystallize.annotations.*;

              @Experiment(uses = {String.class, Steps.class})
              final class Scaled {
                @Step
                static void look(int data) {}
              }
              """)
          .yaml("scaled", "steps: [ scale_http_data: { factor: 2 }, look ]\n");

  @ParameterizedTest
  @EnumSource
  void stepsOfUsedClassesAreFoundByTheirSnakeCaseName(Compiler compiler) {
    Compilation library = LIBRARY.option("-g").compileWith(compiler);
    Compilation compilation = USER.dependingOn(library).compileWith(compiler);

    assertThat(compilation.errors()).as(compilation.describe()).isEmpty();
    assertThat(compilation.reports("unused-code"))
        .extracting(Report::headline)
        .containsExactly("no experiment of Scaled uses anything of String");
  }

  @ParameterizedTest
  @EnumSource
  void aClassFileWithoutParameterNamesIsReportedWhereItWasBroughtIn(Compiler compiler) {
    Compilation library = LIBRARY.option("-g:none").compileWith(compiler);
    Compilation compilation = USER.dependingOn(library).compileWith(compiler);

    Report error = compilation.errors().get(0);
    assertThat(error.id()).as(compilation.describe()).isEqualTo("parameter-name");
    assertThat(error.line()).isEqualTo(6);
    assertThat(error.text()).contains("-parameters").contains("@Param");
  }

  @ParameterizedTest
  @EnumSource
  void aClassThatIsUsedTwiceCountsOnce(Compiler compiler) {
    Compilation compilation =
        USER.java(
                "Scaled",
                """
                package com.acme;

                import com.acme.lib.Steps;
                import dev.crystallize.annotations.*;

                @Experiment(uses = {Steps.class, Steps.class, Scaled.class})
                final class Scaled {
                  @Step
                  static void look(int data) {}
                }
                """)
            .dependingOn(LIBRARY.option("-g").compileWith(compiler))
            .compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
  }
}

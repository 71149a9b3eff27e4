package dev.crystallize.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypePrinterTest {

  private static Project chain(String read) {
    return Project.of()
        .java(
            "Producer",
            """
            package com.acme;

            import dev.crystallize.annotations.*;
            import java.util.List;

            @Experiment
            final class Producer {
              record Row(int number) {}

              @Step
              @Artifact("rows")
              static List<Row> rows() {
                return List.of();
              }
            }
            """)
        .java(
            "Consumer",
            """
            package com.acme;

            import dev.crystallize.annotations.*;
            import java.util.List;

            @Experiment
            final class Consumer {
              record Row(int number) {}

              @Step
              static void read(@Artifact %s rows) {}
            }
            """
                .formatted(read))
        .yaml("producer", "outputs: { rows: rows.json }\n")
        .yaml("consumer", "datasource: { rows: producer#rows }\n");
  }

  @ParameterizedTest
  @EnumSource
  void typesArePrintedByTheirSimpleNames(Compiler compiler) {
    Compilation compilation = chain("List<Integer>").compileWith(compiler);

    assertThat(compilation.only().headline()).contains("List<Integer>").contains("List<Row>");
  }

  @ParameterizedTest
  @EnumSource
  void aNameThatTwoTypesShareIsQualified(Compiler compiler) {
    Compilation compilation = chain("List<Row>").compileWith(compiler);

    assertThat(compilation.only().headline())
        .contains("List<com.acme.Consumer.Row>")
        .contains("List<com.acme.Producer.Row>");
  }
}

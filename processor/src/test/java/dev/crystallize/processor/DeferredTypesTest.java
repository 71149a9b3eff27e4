package dev.crystallize.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.GeneratingProcessor;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeferredTypesTest {

  private static final String ROW =
      """
      package com.acme;

      public record Row(int number) {}
      """;

  private static final Project ROWS =
      Project.of()
          .java(
              "Rows",
              """
              package com.acme;

              import dev.crystallize.annotations.*;
              import java.util.List;

              @Experiment
              final class Rows {
                @DataSource
                static List<Row> numbers() {
                  return List.of(new Row(1));
                }

                @Step
                @Artifact("first")
                static Row first(List<Row> rows) {
                  return rows.get(0);
                }

                static void run() {
                  RowsGraph.run();
                }
              }
              """)
          .yaml(
              "rows",
              """
              datasource: { numbers: numbers }
              outputs: { first: first.json }
              steps: [ first ]
              """);

  @ParameterizedTest
  @EnumSource
  void aTypeThatAnotherProcessorWritesIsWaitedFor(Compiler compiler) {
    Compilation compilation =
        ROWS.processor(new GeneratingProcessor("com.acme.Row", ROW)).compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.success()).isTrue();
    assertThat(compilation.source("com.acme.RowsNode")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void mistakesAreStillFoundOnceTheTypeIsThere(Compiler compiler) {
    Compilation compilation =
        ROWS.java(
                "Reader",
                """
                package com.acme;

                import dev.crystallize.annotations.*;

                @Experiment
                final class Reader {
                  @Step
                  static void read(@Artifact Integer first) {}
                }
                """)
            .yaml("reader", "datasource: { first: rows#first }\nsteps: [ read ]\n")
            .processor(new GeneratingProcessor("com.acme.Row", ROW))
            .compileWith(compiler);

    Report error = compilation.only();
    assertThat(error.id()).as(compilation.describe()).isEqualTo("artifact-type");
    if (compiler == Compiler.JAVAC) { // ECJ forgets where parameters of an earlier round stand.
      assertThat(error.file()).isEqualTo("Reader.java");
      assertThat(error.line()).isEqualTo(8);
    }
  }

  @Test
  void aTypeThatNeedsTwoRoundsOfAnotherProcessorIsWaitedForToo() {
    // ECJ starts over when a type comes that it had missed, and forgets what earlier rounds made.
    Compilation compilation =
        ROWS.processor(new GeneratingProcessor("com.acme.Made", "package com.acme; class Made {}"))
            .processor(new GeneratingProcessor("com.acme.Row", ROW, 2))
            .compileWith(Compiler.JAVAC);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.success()).isTrue();
    assertThat(compilation.source("com.acme.RowsNode").orElseThrow()).contains("FIRST");
  }

  @Test
  void aTypeThatComesWhenNobodySeemedToWriteAnyIsAnError() {
    Compilation compilation =
        ROWS.processor(new GeneratingProcessor("com.acme.Row", ROW, 2)).compileWith(Compiler.JAVAC);

    assertThat(compilation.only().headline())
        .startsWith("Rows names a type that another processor writes too late;");
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatNeverComesIsTheCompilersErrorAlone(Compiler compiler) {
    Compilation compilation =
        ROWS.processor(new GeneratingProcessor("com.acme.Made", "package com.acme; class Made {}"))
            .compileWith(compiler);

    assertThat(compilation.errors()).as(compilation.describe()).isNotEmpty();
    assertThat(compilation.errors()).allMatch(error -> error.file().equals("Rows.java"));
  }
}

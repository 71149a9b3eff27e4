package dev.crystallize.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoCascadeTest {

  private static final String USER =
      """
      package com.acme;

      final class User {
        Object run() {
          return ConsumerGraph.run().all();
        }

        Object summary() {
          return ProducerGraph.SUMMARY;
        }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void codeThatUsesAGraphOfABrokenConfigurationHasNoErrorOfItsOwn(Compiler compiler) {
    Compilation compilation =
        ReferencePage.project()
            .java("User", USER)
            .yaml("consumer", "datasource: { producer_summary: producer#summary\n")
            .compileWith(compiler);

    assertThat(compilation.errors()).as(compilation.describe()).hasSize(1);
    assertThat(compilation.errors().get(0).id()).isEqualTo("config-syntax");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownStepOfTheProducerIsTheOnlyError(Compiler compiler) {
    Compilation compilation =
        ReferencePage.project()
            .java("User", USER)
            .yaml(
                "producer",
                """
                outputs:
                  summary: { file_name: summary.json, writer: dump_json, loader: load_json }
                steps: [ produce_sumary ]
                """)
            .compileWith(compiler);

    Report error = compilation.only();
    assertThat(error.id()).isEqualTo("unknown-step");
    assertThat(error.file()).isEqualTo("Producer.java");
  }

  @ParameterizedTest
  @EnumSource
  void mistakesOfSeveralExperimentsAreSortedByExperiment(Compiler compiler) {
    Compilation compilation =
        ReferencePage.project()
            .yaml("producer", ReferencePage.PRODUCER_YAML + "replicats: 3\n")
            .yaml("consumer", ReferencePage.CONSUMER_YAML + "seeed: 3\n")
            .compileWith(compiler);

    assertThat(compilation.reports())
        .extracting(Report::file)
        .as(compilation.describe())
        .containsExactly("Consumer.java", "Producer.java");
    assertThat(compilation.ids()).containsOnly("config-unknown-key");
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenGraphIsNotListedAsAService(Compiler compiler) {
    Compilation compilation =
        ReferencePage.project()
            .yaml("consumer", ReferencePage.CONSUMER_YAML + "seeed: 3\n")
            .compileWith(compiler);

    assertThat(compilation.output())
        .hasEntrySatisfying(
            "META-INF/services/dev.crystallize.runtime.ExperimentNodeProvider",
            bytes -> assertThat(bytes).asString().isEqualTo("com.acme.ProducerGraph\n"));
  }

  @ParameterizedTest
  @EnumSource
  void aStepThatDoesNotCompileIsTheCompilersErrorAlone(Compiler compiler) {
    Compilation compilation =
        Project.of()
            .java(
                "Lonely",
                """
                package com.acme;

                import dev.crystallize.annotations.*;

                @Experiment
                final class Lonely {
                  @Step
                  static Nowhere look() {
                    return null;
                  }
                }
                """)
            .yaml("lonely", "steps: [look]\n")
            .compileWith(compiler);

    assertThat(compilation.errors()).as(compilation.describe()).isNotEmpty();
    assertThat(compilation.errors()).extracting(Report::id).containsOnly("");
    assertThat(compilation.errors()).extracting(Report::file).containsOnly("Lonely.java");
  }
}

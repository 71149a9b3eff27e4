package dev.crystallize.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcrossBuildsTest {

  private static final String SERVICES =
      "META-INF/services/dev.crystallize.runtime.ExperimentNodeProvider";

  private static final Project PRODUCER =
      Project.of()
          .java(
              "Producer",
              ReferencePage.PRODUCER
                  .replace("final class Producer", "public final class Producer")
                  .replace("  record", "  public record")
                  .replace("  static", "  public static"))
          .yaml("producer", ReferencePage.PRODUCER_YAML);

  private static final Project CONSUMER =
      Project.of()
          .java("Consumer", ReferencePage.CONSUMER)
          .yaml("consumer", ReferencePage.CONSUMER_YAML);

  @ParameterizedTest
  @EnumSource
  void aRoundWithOnlyTheConsumerFindsTheProducerOfTheSameModule(Compiler compiler) {
    Compilation first = PRODUCER.compileWith(compiler);
    Compilation second = CONSUMER.compileOnto(compiler, first);

    assertThat(second.reports()).as(second.describe()).isEmpty();
    assertThat(second.output().get(SERVICES))
        .asString()
        .isEqualTo("com.acme.ConsumerGraph\ncom.acme.ProducerGraph\n");
  }

  @ParameterizedTest
  @EnumSource
  void aListedGraphWhoseClassIsGoneIsDropped(Compiler compiler) {
    Compilation compilation =
        PRODUCER.resource(SERVICES, "com.acme.GoneGraph\n").compileWith(compiler);

    assertThat(compilation.output().get(SERVICES)).asString().isEqualTo("com.acme.ProducerGraph\n");
  }

  @ParameterizedTest
  @EnumSource
  void aTypoInAReferenceToACompiledExperimentIsTheOnlyError(Compiler compiler) {
    Compilation first = PRODUCER.compileWith(compiler);
    Compilation second =
        CONSUMER
            .yaml(
                "consumer",
                "datasource: { producer_summary: producer#sumary }\nsteps: [ inspect_summary ]\n")
            .compileOnto(compiler, first);

    assertThat(second.only().id()).isEqualTo("missing-artifact");
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatDoesNotFitIsFoundAcrossBuilds(Compiler compiler) {
    Compilation first = PRODUCER.compileWith(compiler);
    Compilation second =
        CONSUMER
            .java(
                "Consumer",
                ReferencePage.CONSUMER
                    .replace("Producer.Summary", "Integer")
                    .replace("producerSummary.mean()", "producerSummary"))
            .compileOnto(compiler, first);

    assertThat(second.only().id()).isEqualTo("artifact-type");
  }

  @ParameterizedTest
  @EnumSource
  void anExperimentOfAnotherJarIsFoundThroughUpstream(Compiler compiler) {
    Compilation library = PRODUCER.compileWith(compiler);
    Compilation compilation =
        CONSUMER
            .java(
                "Consumer",
                ReferencePage.CONSUMER.replace(
                    "@Experiment", "@Experiment(upstream = Producer.class)"))
            .dependingOn(library)
            .compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.success()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anUpstreamThatWasCompiledWithoutUsIsReportedWhereItIsListed(Compiler compiler) {
    Compilation compilation =
        CONSUMER
            .java(
                "Consumer",
                ReferencePage.CONSUMER.replace(
                    "@Experiment", "@Experiment(upstream = String.class)"))
            .java("Producer", ReferencePage.PRODUCER)
            .yaml("producer", ReferencePage.PRODUCER_YAML)
            .compileWith(compiler);

    Report error = compilation.only();
    assertThat(error.id()).isEqualTo("stale-descriptor");
    assertThat(error.line()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void anExperimentThatOnlyAListedOneReadsFromMustBeListedItself(Compiler compiler) {
    Compilation library = PRODUCER.compileWith(compiler);
    Compilation middle =
        CONSUMER
            .java(
                "Consumer",
                ReferencePage.CONSUMER
                    .replace("@Experiment", "@Experiment(upstream = Producer.class)")
                    .replace("final class Consumer", "public final class Consumer")
                    .replace("static double", "public static double"))
            .dependingOn(library)
            .compileWith(compiler);
    Compilation last =
        Project.of()
            .java(
                "Last",
                """
                package com.acme;

                import dev.crystallize.annotations.*;

                @Experiment(upstream = Consumer.class)
                final class Last {
                  @Step
                  static void look(@Artifact Producer.Summary summary) {}
                }
                """)
            .yaml("last", "datasource: { summary: producer#summary }\nsteps: [ look ]\n")
            .dependingOn(library)
            .dependingOn(middle)
            .compileWith(compiler);

    assertThat(last.only().headline())
        .startsWith("'producer' is known only through 'consumer'")
        .endsWith("(experiments/last/config.yaml:1:24)");
  }

  @ParameterizedTest
  @EnumSource
  void aClassOfTheUsersWithTheNameOfAGraphIsTheOnlyError(Compiler compiler) {
    Compilation compilation =
        PRODUCER
            .java("ProducerGraph", "package com.acme;\n\nfinal class ProducerGraph {}\n")
            .compileWith(compiler);

    assertThat(compilation.only().id()).isEqualTo("generated-name-clash");
  }

  @Test
  void compilingAgainOntoTheSameOutputSaysNothing() {
    Compilation first = ReferencePage.project().compileWith(Compiler.JAVAC);
    Compilation second = ReferencePage.project().compileOnto(Compiler.JAVAC, first);

    assertThat(second.reports()).as(second.describe()).isEmpty();
    assertThat(second.generated()).isEqualTo(first.generated());
  }

  @Test
  void whereTheCompilerRefusesToWriteGraphsAnewItIsSaidOnce() {
    // ECJ's filer writes no class whose class file is there, as javac's and that of Eclipse do.
    Compilation first = ReferencePage.project().compileWith(Compiler.ECJ);
    Compilation second = ReferencePage.project().compileOnto(Compiler.ECJ, first);

    assertThat(second.only().id()).isEqualTo("generated-name-clash");
    assertThat(second.only().headline())
        .isEqualTo(
            "this compiler does not write ConsumerGraph anew while a class file of it is there;"
                + " delete what an earlier build left in the class output");
  }
}

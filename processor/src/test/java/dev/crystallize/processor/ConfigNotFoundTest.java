package dev.crystallize.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigNotFoundTest {

  private static final Project CONSUMER =
      Project.of()
          .java(
              "Consumer",
              """
              package com.acme;

              import dev.crystallize.annotations.*;

              @Experiment("consumer")
              final class Consumer {
                @Step
                static void look() {}

                static Object graph() {
                  return ConsumerGraph.node();
                }
              }
              """);

  @ParameterizedTest
  @EnumSource
  void aMissingConfigurationIsOneErrorWithThePlacesTriedAndTheRemedies(Compiler compiler) {
    Compilation compilation = CONSUMER.compileWith(compiler);

    Report error = compilation.only();
    assertThat(error.headline()).isEqualTo("no config.yaml for experiment 'consumer'");
    assertThat(error.line()).isEqualTo(5);
    assertThat(error.text())
        .contains("looked in source path: experiments/consumer/config.yaml")
        .contains("looked in class output: ")
        .contains("Maven, where it lies elsewhere: <arg>-Acrystallize.experiments=")
        .contains("Gradle: tasks.compileJava");
  }

  @ParameterizedTest
  @EnumSource
  void aFolderWithNearlyThatNameIsSuggested(Compiler compiler) {
    Compilation compilation = CONSUMER.yaml("consumr", "steps: [look]\n").compileWith(compiler);

    assertThat(compilation.only().headline())
        .isEqualTo("no config.yaml for experiment 'consumer'; did you mean 'consumr'?");
  }
}

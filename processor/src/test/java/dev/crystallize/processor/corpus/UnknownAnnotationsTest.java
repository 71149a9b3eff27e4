package dev.crystallize.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.GeneratingProcessor;
import dev.crystallize.processor.harness.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Code with an annotation that the compiler cannot resolve, mostly for want of an import: the
 * compiler says so, and nothing that follows from it is said besides.
 */
class UnknownAnnotationsTest {

  private static final String STAR = "import dev.crystallize.annotations.*;";

  private static final List<String> ANNOTATIONS =
      List.of(
          "Artifact",
          "DataSource",
          "Experiment",
          "Loader",
          "Metric",
          "Param",
          "Step",
          "Verifier",
          "Writer");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aForgottenImportIsToldByTheCompilerAlone(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      for (String forgotten : ANNOTATIONS) {
        String imports =
            ANNOTATIONS.stream()
                .filter(name -> !name.equals(forgotten))
                .map(name -> "import dev.crystallize.annotations." + name + ";")
                .collect(Collectors.joining(" "));

        isToldByTheCompilerAlone(
            workshop.compile(study().edit("Tumours.java", STAR, imports)), forgotten);
      }
    }
  }

  @Test
  void anImportThatMakesANameAmbiguousIsToldByTheCompilerAlone() throws IOException {
    // ECJ hides such an annotation from processors, so that with it a missing writer is told too.
    try (Workshop workshop = new Workshop(Compiler.JAVAC, folder)) {
      Sources sources = study().edit("Tumours.java", STAR, STAR + " import java.io.*;");

      isToldByTheCompilerAlone(workshop.compile(sources), "Writer");
    }
  }

  @Test
  void aMisspeltMemberIsToldByTheCompilerAlone() throws IOException {
    // ECJ hides such a member from processors, so that with it a value may be missing too.
    try (Workshop workshop = new Workshop(Compiler.JAVAC, folder)) {
      Sources param =
          study()
              .edit(
                  "Tumours.java", "@Param int batchSize", "@Param(name = \"batch\") int batchSize");
      Sources artifact =
          study().edit("Tumours.java", "@Artifact(\"model\")", "@Artifact(name = \"model\")");
      Sources experiment =
          study()
              .edit(
                  "Tumours.java",
                  "@Experiment static final class Train",
                  "@Experiment(use = Tumours.class) static final class Train");

      isToldByTheCompilerAlone(workshop.compile(param), "name");
      isToldByTheCompilerAlone(workshop.compile(artifact), "name");
      isToldByTheCompilerAlone(workshop.compile(experiment), "use");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltAnnotationOfAClassMakesNoExperimentUnknown(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Sources sources =
          study()
              .edit(
                  "Tumours.java",
                  "@Experiment static final class Split",
                  "@Experimant static final class Split");

      isToldByTheCompilerAlone(workshop.compile(sources), "Experimant");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnnotationThatAnotherProcessorWritesIsWaitedFor(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Sources sources = study().edit("Tumours.java", "@Verifier static", "@Late @Verifier static");
      Compilation compilation =
          workshop.compile(
              sources,
              List.of(
                  new GeneratingProcessor("com.acme.Late", "package com.acme; @interface Late {}")),
              List.of());

      assertThat(compilation.errors()).as(compilation.describe()).isEmpty();
      assertThat(compilation.success()).as(compilation.describe()).isTrue();
    }
  }

  private static void isToldByTheCompilerAlone(Compilation compilation, String name) {
    assertThat(compilation.errors()).as(name + ": " + compilation.describe()).isNotEmpty();
    assertThat(compilation.reports())
        .filteredOn(report -> report.isError() || !report.id().isEmpty())
        .as(name + ": " + compilation.describe())
        .allMatch(report -> report.id().isEmpty() && report.file().equals("Tumours.java"))
        .extracting(Report::text)
        .allMatch(text -> text.contains(name));
  }

  private static Sources study() throws IOException {
    try (var content =
        UnknownAnnotationsTest.class.getResourceAsStream("/corpus/valid/tumours.txt")) {
      return Sources.parse(
          new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}

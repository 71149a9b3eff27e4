package dev.crystallize.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.GeneratingProcessor;
import dev.crystallize.processor.harness.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong, the generated types are there, so that code which uses them has no error. */
class NoCascadeCorpusTest {

  private static final String USER =
      """
      package com.acme;

      final class User {
        static void main(String[] args) throws Exception {
          SplitGraph.Results split = SplitGraph.run();
          EvaluateGraph.Results results = EvaluateGraph.run();
          Object used = java.util.List.of(split.split(), results.evaluate(), results.all());
          Object graph = java.util.List.of(TrainGraph.graph(), TrainGraph.node());
          Late late = new Late(used);
          TrainGraph.main(args);
        }
      }
      """;

  /** Without its annotation, its class or its name an experiment has no type. */
  private static final Set<String> WITHOUT_A_TYPE =
      Set.of(
          "@Experiment is forgotten",
          "an experiment that is not marked, and that no other reads from",
          "the folder of an experiment that others read from",
          "the name of an experiment's class");

  private static Workshop javac;
  private static Workshop ecj;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    javac = new Workshop(Compiler.JAVAC, folder);
    ecj = new Workshop(Compiler.ECJ, folder);
  }

  @AfterAll
  static void close() throws IOException {
    javac.close();
    ecj.close();
  }

  @TestFactory
  List<DynamicTest> codeThatUsesTheGraphsHasNoErrorOfItsOwn() throws IOException {
    return forEach(javac);
  }

  @TestFactory
  @Tag("same-on-every-jdk")
  List<DynamicTest> norHasItWithEcj() throws IOException {
    return forEach(ecj);
  }

  @TestFactory
  List<DynamicTest> norHasItIfTheCompilerGoesOnAfterErrors() throws IOException {
    return forEach(javac, "--should-stop=ifError=FLOW");
  }

  /** Another processor writes a class in the first round, so there are several. */
  private List<DynamicTest> forEach(Workshop workshop, String... options) throws IOException {
    Sources base = Sources.parse(text("valid/tumours")).edit("User.java", "", USER);
    List<DynamicTest> tests = new ArrayList<>();
    for (Mutation mutation : Mutation.parse(text("broken/tumours"))) {
      if (keepsItsTypes(mutation)) {
        tests.add(
            DynamicTest.dynamicTest(
                mutation.name(),
                () -> onlyOurs(mutation, mutation.applyTo(base), workshop, options)));
      }
    }
    return tests;
  }

  private static boolean keepsItsTypes(Mutation mutation) {
    return !WITHOUT_A_TYPE.contains(mutation.name());
  }

  private void onlyOurs(Mutation mutation, Sources sources, Workshop workshop, String... options)
      throws IOException {
    Processor other =
        new GeneratingProcessor(
            "com.acme.Late", "package com.acme; record Late(Object content) {}");
    Compilation compilation = workshop.compile(sources, List.of(other), List.of(), options);

    List<String> ids =
        compilation.reports().stream()
            // ECJ has opinions of its own, but only on unused imports.
            .filter(report -> report.isError() || !report.id().isEmpty())
            .map(Report::id)
            .toList();
    List<String> expected =
        mutation.expected().stream().map(one -> one.substring(0, one.indexOf(' '))).toList();
    assertThat(ids).as(compilation.describe()).isEqualTo(expected);
  }

  private static String text(String name) throws IOException {
    try (var content = NoCascadeCorpusTest.class.getResourceAsStream("/corpus/" + name + ".txt")) {
      return new String(
          Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

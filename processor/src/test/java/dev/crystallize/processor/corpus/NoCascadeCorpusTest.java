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
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.DynamicTest;
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

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> codeThatUsesTheGraphsHasNoErrorOfItsOwn() throws IOException {
    return forEach(List.of());
  }

  @TestFactory
  List<DynamicTest> norHasItIfTheCompilerGoesOnAfterErrors() throws IOException {
    return forEach(List.of("--should-stop=ifError=FLOW"));
  }

  /** Another processor writes a class in the first round, so there are several. */
  private List<DynamicTest> forEach(List<String> options) throws IOException {
    Sources base = Sources.parse(text("valid/tumours")).edit("User.java", "", USER);
    List<DynamicTest> tests = new ArrayList<>();
    for (Mutation mutation : Mutation.parse(text("broken/tumours"))) {
      if (keepsItsTypes(mutation)) {
        tests.add(
            DynamicTest.dynamicTest(
                mutation.name(), () -> onlyOurs(mutation, mutation.applyTo(base), options)));
      }
    }
    return tests;
  }

  /** Without its class, or its name, an experiment has no type. */
  private static boolean keepsItsTypes(Mutation mutation) {
    return !mutation.name().equals("@Experiment is forgotten")
        && !mutation.name().equals("the name of an experiment's class");
  }

  private void onlyOurs(Mutation mutation, Sources sources, List<String> options)
      throws IOException {
    Processor other =
        new GeneratingProcessor(
            "com.acme.Late", "package com.acme; record Late(Object content) {}");
    try (Workshop javac = new Workshop(Compiler.JAVAC, folder)) {
      Compilation compilation =
          javac.compile(sources, List.of(other), List.of(), options.toArray(String[]::new));

      List<String> ids = compilation.reports().stream().map(Report::id).toList();
      List<String> expected =
          mutation.expected().stream().map(one -> one.substring(0, one.indexOf(' '))).toList();
      assertThat(ids).as(compilation.describe()).isEqualTo(expected);
    }
  }

  private static String text(String name) throws IOException {
    try (var content = NoCascadeCorpusTest.class.getResourceAsStream("/corpus/" + name + ".txt")) {
      return new String(
          Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

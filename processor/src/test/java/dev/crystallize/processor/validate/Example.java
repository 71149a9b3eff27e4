package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import java.util.Map;
import java.util.TreeMap;

/** A project of the package {@code com.acme} to make mistakes in. Immutable. */
final class Example {

  private static final String HEADER =
      """
      package %s;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.io.InputStream;
      import java.io.OutputStream;
      import java.nio.file.*;
      import java.util.*;
      import java.util.random.RandomGenerator;

      """;

  private final Map<String, String> classes;
  private final Project project;

  private Example(Map<String, String> classes, Project project) {
    this.classes = classes;
    this.project = project;
  }

  /** A place in a file, both from 1. */
  record Spot(int line, int column) {}

  /** Returns an example without any file. */
  static Example empty() {
    return new Example(Map.of(), Project.of());
  }

  /**
   * Returns two experiments without a mistake: {@code consumer} reads what {@code producer} writes.
   */
  static Example pair() {
    return empty()
        .java(
            "Producer",
            """
            @Experiment("producer")
            final class Producer {
              record Summary(double total) {}

              @Step
              static void produceSummary(Output<Summary> summary) {
                summary.write(new Summary(1));
              }
            }
            """)
        .yaml(
            "producer",
            """
            outputs: { summary: summary.json }
            steps: [ produce_summary ]
            """)
        .java(
            "Consumer",
            """
            @Experiment("consumer")
            final class Consumer {
              @Step
              static void inspectSummary(@Artifact Producer.Summary summary) {}
            }
            """)
        .yaml(
            "consumer",
            """
            datasource:
              summary: producer#summary
            steps:
              - inspect_summary
            """);
  }

  /** Returns one experiment {@code study} of the given class body and configuration. */
  static Example study(String body, String yaml) {
    return empty()
        .java("Study", "@Experiment(\"study\")\nclass Study {\n" + body.indent(2) + "}\n")
        .yaml("study", yaml);
  }

  /** Adds or replaces a class of the package {@code com.acme}. */
  Example java(String name, String text) {
    return java("com.acme", name, text);
  }

  /** Adds or replaces a class. */
  Example java(String packageName, String name, String text) {
    String file = HEADER.formatted(packageName) + text;
    Map<String, String> more = new TreeMap<>(classes);
    more.put(name, file);
    return new Example(more, project.java(name, file));
  }

  /** Adds or replaces a configuration. */
  Example yaml(String folder, String text) {
    return new Example(classes, project.yaml(folder, text));
  }

  /** Adds a file of the class output. */
  Example resource(String path, String text) {
    return new Example(classes, project.resource(path, text));
  }

  /** Adds an option of the compiler. */
  Example option(String option) {
    return new Example(classes, project.option(option));
  }

  Project project() {
    return project;
  }

  /** Returns where a text first stands in a class's file. */
  Spot spot(String name, String snippet) {
    String text = classes.get(name);
    int at = text.indexOf(snippet);
    if (at < 0) {
      throw new AssertionError("no '" + snippet + "' in " + name);
    }
    int lineStart = text.lastIndexOf('\n', at) + 1;
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return new Spot(line, at - lineStart + 1);
  }

  /** Compiles the example. */
  Verdict in(Compiler compiler) {
    return new Verdict(this, compiler);
  }
}

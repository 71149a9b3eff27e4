package dev.crystallize.processor;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A mistake that a page shows and mends.
 *
 * @param earlier the files of another build, whose class files do not name parameters
 * @param wrong the files that hold the mistake
 * @param printed what the page says that the compiler prints of it
 * @param fixed the files that are different without it
 */
record PageExample(
    List<PageFence> earlier, List<PageFence> wrong, String printed, List<PageFence> fixed) {

  /** What the page leaves out at the top of each class. */
  private static final String HEADER =
      """
      package com.acme;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.io.InputStream;
      import java.io.OutputStream;
      import java.nio.file.*;
      import java.util.*;
      import java.util.random.RandomGenerator;

      """;

  private static final long HEADER_LINES = HEADER.lines().count();

  /** Returns the examples of a part of a page; each but the first begins after a mended one. */
  static List<PageExample> of(String text) {
    List<PageExample> examples = new ArrayList<>();
    PageExample current = empty();
    for (PageFence fence : PageFence.of(text)) {
      if (fence.role().equals("fixed")) {
        current.fixed.add(fence);
      } else if (fence.isMessage()) {
        current = new PageExample(current.earlier, current.wrong, fence.text(), new ArrayList<>());
        examples.add(current);
      } else {
        current = current.fixed.isEmpty() ? current : empty();
        (fence.role().equals("earlier") ? current.earlier : current.wrong).add(fence);
      }
    }
    return examples;
  }

  private static PageExample empty() {
    return new PageExample(new ArrayList<>(), new ArrayList<>(), "", new ArrayList<>());
  }

  /** Compiles the files that hold the mistake. */
  Compilation compileWrong(Compiler compiler) {
    return compile(wrong, compiler);
  }

  /** Compiles the files without the mistake. */
  Compilation compileFixed(Compiler compiler) {
    List<PageFence> files = new ArrayList<>(fixed);
    wrong.stream().filter(file -> fixed.stream().noneMatch(file::replaces)).forEach(files::add);
    return compile(files, compiler);
  }

  private Compilation compile(List<PageFence> files, Compiler compiler) {
    Project project = project(files);
    if (!earlier.isEmpty()) {
      Compilation library = project(earlier).option("-g:none").compileWith(compiler);
      if (!library.success()) {
        throw new AssertionError(library.describe());
      }
      project = project.dependingOn(library);
    }
    return project.compileWith(compiler);
  }

  private static Project project(List<PageFence> files) {
    Project project = Project.of();
    for (PageFence file : files) {
      project =
          file.language().equals("java")
              ? project.java(file.name().replace(".java", ""), HEADER + file.text())
              : project.yaml(file.name(), file.text());
    }
    return project;
  }

  /**
   * Returns reports as javac prints them, with lines counted as on the page. As there, the line of
   * Java is left out where one of YAML is shown.
   */
  String print(List<Report> reports) {
    return reports.stream().map(this::print).collect(Collectors.joining("\n")) + "\n";
  }

  private String print(Report report) {
    long line = report.line() - HEADER_LINES;
    String kind = report.isError() ? "error" : "warning";
    String first = report.text().lines().findFirst().orElse("");
    String rest = report.text().substring(first.length());
    String java = rest.contains("\n        | ") ? "" : "\n" + lineOf(report.file(), line, report);
    return report.file() + ":" + line + ": " + kind + ": " + first + java + anywhere(rest);
  }

  private String lineOf(String file, long line, Report report) {
    String text =
        wrong.stream()
            .filter(fence -> fence.name().equals(file))
            .flatMap(fence -> fence.text().lines().skip(line - 1))
            .findFirst()
            .orElse("");
    return text + "\n" + " ".repeat((int) report.column() - 1) + "^";
  }

  /** Takes Maven's folder for that in which the test happens to compile; ECJ names none. */
  static String anywhere(String text) {
    return text.replaceAll("(?<=class output: ).*(?=experiments/)", "target/classes/");
  }
}

package dev.crystallize.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * What a compiler said of an example, to be held against what it should say. What compilers say of
 * their own accord counts only if it is an error.
 */
final class Verdict {

  private final Example example;
  private final Compilation compilation;
  private final List<Report> rest;
  private Report last;

  Verdict(Example example, Compiler compiler) {
    this.example = example;
    this.compilation = example.project().compileWith(compiler);
    this.rest =
        new ArrayList<>(
            compilation.reports().stream()
                .filter(report -> report.isError() || !report.id().isEmpty())
                .toList());
  }

  /**
   * Expects one report.
   *
   * @param file the class whose file it is shown in
   * @param snippet the text in that file at whose first occurrence it is shown
   * @param headline its first line without the id
   */
  Verdict says(String id, String file, String snippet, String headline) {
    Report report =
        rest.stream()
            .filter(one -> one.id().equals(id) && one.headline().equals(headline))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("no " + id + ": " + headline + "\n" + describe()));
    Example.Spot spot = example.spot(file, snippet);
    assertThat(report.file() + ":" + report.line())
        .as(describe())
        .isEqualTo(file + ".java:" + spot.line());
    if (compilation.compiler() == Compiler.JAVAC) {
      assertThat(report.column()).as(describe()).isEqualTo(spot.column());
    }
    rest.remove(report);
    last = report;
    return this;
  }

  /** Expects a line below the first one of the last report. */
  Verdict adding(String detail) {
    assertThat(last.text().lines().map(String::strip)).as(describe()).contains(detail);
    return this;
  }

  /** Expects the last report to be a warning. */
  Verdict asWarning() {
    assertThat(last.isError()).as(describe()).isFalse();
    return this;
  }

  /** Expects one report of an id and nothing else, whatever its words. */
  void saysOnly(String id, String file, String snippet) {
    assertThat(rest).as(describe()).hasSize(1);
    says(id, file, snippet, rest.get(0).headline()).andNothingElse();
  }

  /** Expects errors of the compiler's own and nothing else. */
  void compilerReports(int errors) {
    assertThat(rest).as(describe()).hasSize(errors).allMatch(report -> report.id().isEmpty());
  }

  /** Expects that nothing else was said. */
  void andNothingElse() {
    assertThat(rest).as(describe()).isEmpty();
  }

  private String describe() {
    return compilation.describe();
  }
}

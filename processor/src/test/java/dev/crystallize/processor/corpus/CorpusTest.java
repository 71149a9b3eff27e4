package dev.crystallize.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

  private static final List<String> BASES = List.of("tumours", "chain", "lab");

  private static final Pattern IN_YAML = Pattern.compile(" \\(experiments/([^()]+:\\d+:\\d+)\\)$");

  private static final String[] LINT = {"-Xlint:all,-processing,-options", "-Werror"};

  private static final Map<Sources, Compilation> BY_JAVAC = new HashMap<>();

  private static Workshop javac;
  private static Workshop ecj;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    javac = new Workshop(Compiler.JAVAC, folder);
    ecj = new Workshop(Compiler.ECJ, folder);
  }

  @AfterAll
  static void close() throws IOException {
    BY_JAVAC.clear();
    javac.close();
    ecj.close();
  }

  @TestFactory
  List<DynamicTest> everyMistakeIsReportedOnceAndWhereItStands() throws IOException {
    return broken(CorpusTest::isReported);
  }

  @TestFactory
  @Tag("same-on-every-jdk")
  List<DynamicTest> eclipseReportsTheSameMistakesAndGeneratesTheSameBytes() throws IOException {
    return broken((sources, expected) -> isReportedAlike(sources));
  }

  @TestFactory
  List<DynamicTest> whatIsRightCompilesWithoutAWord() throws IOException {
    return valid(CorpusTest::isRight);
  }

  @TestFactory
  @Tag("same-on-every-jdk")
  List<DynamicTest> eclipseCompilesWhatIsRightToTheSameBytes() throws IOException {
    return valid(CorpusTest::isRightAlike);
  }

  @Test
  void twoHundredExperimentsInAChainCompileWithoutAWord() throws IOException {
    isRight(chainOf(200));
  }

  @Test
  @Tag("same-on-every-jdk")
  void eclipseCompilesTwoHundredExperimentsInAChainToTheSameBytes() throws IOException {
    isRightAlike(chainOf(200));
  }

  private interface BrokenCheck {
    void of(Sources sources, List<String> expected) throws IOException;
  }

  private interface ValidCheck {
    void of(Sources sources) throws IOException;
  }

  private static List<DynamicTest> broken(BrokenCheck check) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String base : BASES) {
      Sources sources = Sources.parse(text("valid/" + base));
      for (Mutation mutation : Mutation.parse(text("broken/" + base))) {
        tests.add(
            DynamicTest.dynamicTest(
                base + ": " + mutation.name(),
                () -> check.of(mutation.applyTo(sources), mutation.expected())));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(100);
    return tests;
  }

  private static List<DynamicTest> valid(ValidCheck check) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String base : BASES) {
      Sources sources = Sources.parse(text("valid/" + base));
      tests.add(DynamicTest.dynamicTest(base, () -> check.of(sources)));
      for (Mutation mutation : Mutation.parse(text("varied/" + base))) {
        tests.add(
            DynamicTest.dynamicTest(
                base + ": " + mutation.name(), () -> check.of(mutation.applyTo(sources))));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(50);
    return tests;
  }

  private static void isReported(Sources sources, List<String> expected) throws IOException {
    Compilation found = byJavac(sources);

    assertThat(found(found)).as(found.describe()).isEqualTo(expected);
    for (Report report : said(found)) {
      if (IN_YAML.matcher(report.headline()).find()) {
        assertThat(line(sources, report)).contains("@Experiment");
      }
    }
  }

  private static void isReportedAlike(Sources sources) throws IOException {
    Compilation first = byJavac(sources);
    Compilation second = ecj.compile(sources);

    assertThat(comparable(second)).as(second.describe()).isEqualTo(comparable(first));
    for (int i = 0; i < said(first).size(); i++) {
      columnsAgree(sources, said(first).get(i), said(second).get(i));
    }
    assertThat(second.generated()).isEqualTo(first.generated());
  }

  private static void isRight(Sources sources) throws IOException {
    Compilation found = byJavac(sources, LINT);

    assertThat(found.reports()).as(found.describe()).isEmpty();
    assertThat(found.success()).as(found.describe()).isTrue();
  }

  private static void isRightAlike(Sources sources) throws IOException {
    Compilation first = byJavac(sources, LINT);
    Compilation second = ecj.compile(sources);

    assertThat(said(second)).as(second.describe()).isEmpty();
    assertThat(second.success()).as(second.describe()).isTrue();
    assertThat(second.generated()).isEqualTo(first.generated());
  }

  /** Two tests ask for each outcome. */
  private static Compilation byJavac(Sources sources, String... options) throws IOException {
    Compilation known = BY_JAVAC.get(sources);
    if (known != null) {
      return known;
    }
    Compilation found = javac.compile(sources, options);
    BY_JAVAC.put(sources, found);
    return found;
  }

  /** Of a compiler's own accord only errors count: ECJ has opinions on unused imports. */
  private static List<Report> said(Compilation compilation) {
    return compilation.reports().stream()
        .filter(report -> report.isError() || !report.id().isEmpty())
        .toList();
  }

  private static List<String> found(Compilation compilation) {
    List<String> found = new ArrayList<>();
    for (Report report : said(compilation)) {
      Matcher yaml = IN_YAML.matcher(report.headline());
      String place =
          yaml.find() ? yaml.group(1) : report.file() + ":" + report.line() + ":" + report.column();
      found.add(report.id() + " " + place);
    }
    return found;
  }

  /** All that compilers must agree on; where ECJ's class output lies it does not say. */
  private static List<String> comparable(Compilation compilation) {
    return said(compilation).stream()
        .map(
            report ->
                report.file()
                    + ":"
                    + report.line()
                    + " "
                    + report.text().replaceAll("looked in .*", "looked in"))
        .toList();
  }

  /**
   * They agree but for two things: what javac shows on a literal in an annotation ECJ may show on
   * the annotation or its member, and what javac shows on the modifiers of a class ECJ shows on its
   * name.
   */
  private static void columnsAgree(Sources sources, Report javac, Report ecj) {
    String fromEcj = line(sources, ecj).substring((int) ecj.column() - 1);
    String fromJavac = line(sources, javac).substring((int) javac.column() - 1);
    boolean onAnnotation = fromEcj.matches("(@|\\w+ = ).*") && ecj.column() < javac.column();
    boolean onClass = fromJavac.matches("(abstract|final|static|class)\\b.*");
    if (!onAnnotation && !onClass) {
      assertThat(ecj.column()).as(ecj.text()).isEqualTo(javac.column());
    }
  }

  private static String line(Sources sources, Report report) {
    return Objects.requireNonNull(sources.files().get(report.file()))
        .lines()
        .toList()
        .get((int) report.line() - 1);
  }

  private static Sources chainOf(int length) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < length; i++) {
      String source = i == 0 ? "@DataSource static int start() { return 1; }" : "";
      String data = i == 0 ? "int number" : "@Artifact int number";
      files.put(
          "Link" + i + ".java",
          """
          package com.acme;

          import dev.crystallize.annotations.*;

          @Experiment("link%d")
          final class Link%d {
            %s
            @Step @Artifact("number") static int next(%s) { return number + 1; }
          }
          """
              .formatted(i, i, source, data));
      files.put(
          "link" + i + "/config.yaml",
          """
          datasource: { number: %s }
          outputs: { number: number.json }
          """
              .formatted(i == 0 ? "start" : "link" + (i - 1) + "#number"));
    }
    return new Sources(files);
  }

  private static String text(String name) throws IOException {
    try (var content = CorpusTest.class.getResourceAsStream("/corpus/" + name + ".txt")) {
      return new String(
          Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package dev.crystallize.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Report;
import dev.crystallize.runtime.config.DiagnosticId;
import dev.crystallize.runtime.config.DiagnosticKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The page that explains each diagnostic is complete, and its examples do what it says. After a
 * wanted change of a message, write what is printed anew with
 *
 * <pre>{@code
 * mvn test -pl processor -am -Dtest=DiagnosticsPageTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dcrystallize.golden=update
 * }</pre>
 *
 * and read the difference before it is committed.
 */
@Tag("same-on-every-jdk")
class DiagnosticsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");
  private static final boolean UPDATE = "update".equals(System.getProperty("crystallize.golden"));
  private static final String MESSAGE = "\n```text\n";
  private static final Pattern SECTION = Pattern.compile("^## `(.+)`$", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\[([a-z-]+)]\\(#([a-z-]+)\\)");

  /** Those whose example no compiler can be shown, with the reason. */
  private static final Map<DiagnosticId, String> NOT_COMPILED =
      Map.of(
          DiagnosticId.CONFIG_UNREADABLE, "bytes that are no text cannot stand on a page",
          DiagnosticId.INTERNAL, "no defect of ours is known",
          DiagnosticId.OUTPUT_NOT_WRITTEN, "found when a task ends",
          DiagnosticId.ARTIFACT_CORRUPTED, "found when an artifact is read",
          DiagnosticId.WIRING_CHANGED, "found when a graph starts",
          DiagnosticId.UNSEEDED_RANDOM, "found when a task runs twice");

  @Test
  void everyIdHasItsSectionInTheOrderOfTheList() throws IOException {
    assertThat(sections().keySet())
        .containsExactlyElementsOf(Stream.of(DiagnosticId.values()).map(DiagnosticId::id).toList());
  }

  @Test
  void theTableOfContentsLeadsToEverySection() throws IOException {
    String contents = SECTION.split(Files.readString(PAGE), 2)[0];
    List<MatchResult> links = LINK.matcher(contents).results().toList();

    assertThat(links)
        .extracting(link -> link.group(1))
        .containsExactlyElementsOf(sections().keySet());
    assertThat(links).allSatisfy(link -> assertThat(link.group(2)).isEqualTo(link.group(1)));
  }

  @Test
  void aSectionSaysWhyAndHowToMendItAndWhetherItIsAWarning() throws IOException {
    Map<String, String> sections = sections();
    for (DiagnosticId id : DiagnosticId.values()) {
      assertThat(sections.get(id.id())).as(id.id()).contains("\n**Why.** ", "\n**Mend it.** ");
      assertThat(sections.get(id.id()).contains("\n*A warning"))
          .as("%s is a warning", id.id())
          .isEqualTo(id.kind() == DiagnosticKind.WARNING);
    }
  }

  @Test
  void onlyTheNamedSectionsHaveNoExampleToCompile() throws IOException {
    Map<String, String> sections = sections();
    assertThat(DiagnosticId.values())
        .filteredOn(id -> PageExample.of(sections.get(id.id())).isEmpty())
        .containsExactlyInAnyOrderElementsOf(NOT_COMPILED.keySet());
  }

  @TestFactory
  List<DynamicTest> theMistakePrintsWhatThePageShowsAndNothingElseWhateverTheCompiler()
      throws IOException {
    return examples(
        (id, example) -> {
          Compilation javac = example.compileWrong(Compiler.JAVAC);
          String printed = example.print(javac.reports());
          if (UPDATE) {
            update(id, example, printed);
          } else {
            assertThat(printed).isEqualTo(example.printed());
          }
          assertThat(javac.ids()).as(javac.describe()).containsExactly(id);
          assertThat(said(example.compileWrong(Compiler.ECJ))).isEqualTo(said(javac));
        });
  }

  @TestFactory
  List<DynamicTest> withoutTheMistakeEveryCompilerIsContent() throws IOException {
    return examples(
        (id, example) -> {
          for (Compiler compiler : Compiler.values()) {
            Compilation compilation = example.compileFixed(compiler);
            assertThat(compilation.success()).as(compilation.describe()).isTrue();
            assertThat(ours(compilation)).as(compilation.describe()).isEmpty();
          }
        });
  }

  /** Columns are left out: ECJ points at the whole line of an annotation. */
  private static List<String> said(Compilation compilation) {
    return ours(compilation).stream()
        .map(report -> report.file() + ":" + report.line() + ": " + report.text())
        .map(PageExample::anywhere)
        .toList();
  }

  /** Compilers differ in what they warn of on their own. */
  private static List<Report> ours(Compilation compilation) {
    return compilation.reports().stream()
        .filter(report -> report.isError() || !report.id().isEmpty())
        .toList();
  }

  /** What is checked of an example that stands in the section of an id. */
  private interface Check {
    void run(String id, PageExample example) throws IOException;
  }

  private static List<DynamicTest> examples(Check check) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    sections()
        .forEach(
            (id, text) -> {
              int number = 1;
              for (PageExample example : PageExample.of(text)) {
                tests.add(dynamicTest(id + " " + number, () -> check.run(id, example)));
                number++;
              }
            });
    return tests;
  }

  private static Map<String, String> sections() throws IOException {
    String page = Files.readString(PAGE);
    List<String> ids = SECTION.matcher(page).results().map(found -> found.group(1)).toList();
    List<String> texts = Arrays.asList(SECTION.split(page));
    Map<String, String> sections = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      sections.put(ids.get(i), texts.get(i + 1));
    }
    assertThat(sections).as("sections of the same id").hasSize(ids.size());
    return sections;
  }

  private static void update(String id, PageExample example, String printed) throws IOException {
    String page = Files.readString(PAGE);
    String mistake = example.wrong().get(example.wrong().size() - 1).markdown();
    int section = page.indexOf("\n## `" + id + "`\n");
    int start = page.indexOf(MESSAGE, page.indexOf(mistake, section)) + MESSAGE.length();
    int end = start + example.printed().length();
    Files.writeString(PAGE, page.substring(0, start) + printed + page.substring(end));
  }
}
